package dev.almanac.format.json;

import dev.almanac.spark.TimeText;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads dates and timestamps by Spark's own functions. */
final class TimeReader extends ValueReader {

  private static final int MOST_SECONDS_DIGITS = 12;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final FixedColumn column;
  private final TimeText times;
  private final boolean takesSeconds;

  /**
   * @param takesSeconds whether a number means seconds since 1970
   */
  TimeReader(FixedColumn column, TimeText times, boolean takesSeconds) {
    this.column = column;
    this.times = times;
    this.takesSeconds = takesSeconds;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    if (text[at] != '"') {
      return takesSeconds ? readSeconds(text, at) : Plain.NOT;
    }
    int end = Strings.special(text, at + 1);
    if (end <= at + 1 || text[end] != '"') {
      return Plain.NOT;
    }
    long value = times.parse(UTF8String.fromBytes(text, at + 1, end - at - 1));
    if (value == TimeText.NONE) {
      return Plain.NOT;
    }
    column.add(value);
    return end + 1;
  }

  private int readSeconds(byte[] text, int at) {
    boolean negative = text[at] == '-';
    int first = negative ? at + 1 : at;
    int end = Numbers.whole(text, first);
    if (end < 0 || end - first > MOST_SECONDS_DIGITS) {
      return Plain.NOT;
    }
    long seconds = Numbers.value(text, first, end);
    column.add((negative ? -seconds : seconds) * MICROS_PER_SECOND);
    return end;
  }
}
