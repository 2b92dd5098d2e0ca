package dev.almanac.format.json;

/** Reads {@code true} and {@code false}. */
final class BooleanReader extends ValueReader {

  private final FixedColumn column;

  BooleanReader(FixedColumn column) {
    this.column = column;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    boolean value = text[at] == 't';
    column.add(value ? 1 : 0);
    return value
        ? Plain.literal(text, at, Plain.TRUE)
        : text[at] == 'f' ? Plain.literal(text, at + 1, Plain.ALSE) : Plain.NOT;
  }
}
