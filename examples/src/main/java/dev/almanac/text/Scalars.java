package dev.almanac.text;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Values without parts, as text. Nothing is rounded: decimals are written in full, times with as
 * many digits as they have.
 *
 * @param zone that timestamps are shown in
 */
public record Scalars(ZoneId zone, Style style) implements Serializable {

  public static Scalars iso(ZoneId zone) {
    return new Scalars(zone, Style.ISO);
  }

  public static Scalars plain(ZoneId zone) {
    return new Scalars(zone, Style.PLAIN);
  }

  /** Whom the text is for. */
  public enum Style {
    /** Other programs: {@code 2022-05-01T10:00:00Z}, binary as Base64. */
    ISO,
    /** People, as Spark shows values: {@code 2022-05-01 10:00:00}, binary as {@code [0A FF]}. */
    PLAIN
  }

  String text(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    } else if (value instanceof Instant instant) {
      return style == Style.ISO
          ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone))
          : local(instant.atZone(zone).toLocalDateTime());
    } else if (value instanceof LocalDateTime local) {
      return local(local);
    } else if (value instanceof LocalTime time) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    } else if (value instanceof byte[] bytes) {
      return style == Style.ISO
          ? Base64.getEncoder().encodeToString(bytes)
          : "[" + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes) + "]";
    }
    return value.toString();
  }

  private String local(LocalDateTime time) {
    String iso = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    return style == Style.ISO ? iso : iso.replace('T', ' ');
  }
}
