package dev.almanac.format.json;

/** Reads whole numbers in the range of a type. */
final class IntegerReader extends ValueReader {

  private static final int MOST_DIGITS = 19; // more may not fit into a long

  private final FixedColumn column;
  private final long least;
  private final long most;

  IntegerReader(FixedColumn column, long least, long most) {
    this.column = column;
    this.least = least;
    this.most = most;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    boolean negative = text[at] == '-';
    int first = negative ? at + 1 : at;
    int next = Numbers.digits(text, first);
    int digits = next - first;
    if (digits == 0 || digits > MOST_DIGITS || (text[first] == '0' && digits > 1)) {
      return Plain.NOT;
    }
    long value = Numbers.value(text, first, next);
    if (value < 0) {
      return Plain.NOT; // nineteen digits fit, or come out negative
    }
    long signed = negative ? -value : value;
    if (signed < least || signed > most) {
      return Plain.NOT;
    }
    column.add(signed);
    return next;
  }
}
