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
    int next = first;
    long value = 0;
    for (; Numbers.isDigit(text[next]); next++) {
      value = value * 10 + (text[next] - '0');
    }
    int digits = next - first;
    // Nineteen digits fit, or come out negative.
    if (digits == 0 || digits > MOST_DIGITS || value < 0 || (text[first] == '0' && digits > 1)) {
      return Plain.NOT;
    }
    long signed = negative ? -value : value;
    if (signed < least || signed > most) {
      return Plain.NOT;
    }
    column.add(signed);
    return next;
  }
}
