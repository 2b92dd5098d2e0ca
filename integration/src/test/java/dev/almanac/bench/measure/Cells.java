package dev.almanac.bench.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneOffset;

/** Values of all drivers in one spelling. */
final class Cells {

  private Cells() {}

  /**
   * A decimal for every exact number, a double for every binary one, text for most else; null stays
   * null.
   */
  static Object of(Object value) {
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
    if (value instanceof BigInteger number) {
      return of(new BigDecimal(number));
    }
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Number number) {
      return of(BigDecimal.valueOf(number.longValue()));
    }
    if (value instanceof Date date) {
      return date.toLocalDate().toString();
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
    }
    return value.toString();
  }
}
