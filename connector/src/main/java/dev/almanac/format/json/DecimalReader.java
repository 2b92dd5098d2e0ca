package dev.almanac.format.json;

import java.math.BigDecimal;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;

/** Reads numbers into decimals, where there is nothing to round. */
final class DecimalReader extends ValueReader {

  private static final int MOST_DIGITS = 18;

  /** Takes digits, of which so many are behind the point. */
  private interface Digits {
    void add(long digits, int fraction);
  }

  private final Column column;
  private final Digits digits;
  private final int scale;
  private final int mostWhole; // digits before the point

  /** For decimals of which each fits into a {@code long}. */
  DecimalReader(FixedColumn column, DecimalType type) {
    this(
        column,
        (digits, fraction) -> column.add(digits * Numbers.ten(type.scale() - fraction)),
        type);
  }

  DecimalReader(DecimalColumn column, DecimalType type) {
    this(
        column,
        (digits, fraction) ->
            column.add(
                Decimal.apply(
                    BigDecimal.valueOf(digits, fraction), type.precision(), type.scale())),
        type);
  }

  private DecimalReader(Column column, Digits digits, DecimalType type) {
    this.column = column;
    this.digits = digits;
    this.scale = type.scale();
    this.mostWhole = type.precision() - type.scale();
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    boolean negative = text[at] == '-';
    int first = negative ? at + 1 : at;
    int point = Numbers.whole(text, first);
    if (point < 0) {
      return Plain.NOT;
    }
    int end = point;
    int fraction = 0;
    if (text[point] == '.') {
      end = Numbers.digits(text, point + 1);
      fraction = end - point - 1;
      if (fraction == 0) {
        return Plain.NOT;
      }
    }
    int whole = text[first] == '0' ? 0 : point - first;
    if (whole > mostWhole
        || fraction > scale
        || whole + fraction > MOST_DIGITS
        || (text[end] | 0x20) == 'e') {
      return Plain.NOT;
    }
    long value = Numbers.value(text, first, point);
    if (fraction > 0) {
      value = value * Numbers.ten(fraction) + Numbers.value(text, point + 1, end);
    }
    digits.add(negative ? -value : value, fraction);
    return end;
  }
}
