package dev.almanac.ui.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, sizes and times as Spark's UI writes them. */
final class Amounts {

  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.US);

  private Amounts() {}

  static String number(long number) {
    return String.format(Locale.US, "%,d", number);
  }

  /** A number and what it counts: {@code 1 file}, {@code 2 files}. */
  static String count(long number, String one) {
    return number(number) + " " + one + (number == 1 ? "" : "s");
  }

  /** A size: {@code 17 B}, {@code 12.3 MiB}. */
  static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1023.95) { // what would be shown as 1024.0
      size /= 1024;
      unit++;
    }
    return String.format(Locale.US, "%.1f %s", size, UNITS[unit]);
  }

  static String duration(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    if (seconds < 0.1) {
      return duration.toMillis() + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.US, seconds < 1 ? "%.1f s" : "%.0f s", seconds);
    }
    return seconds < 3600
        ? String.format(Locale.US, "%.1f min", seconds / 60)
        : String.format(Locale.US, "%.1f h", seconds / 3600);
  }

  /** In the driver's time zone, as on Spark's other pages. */
  static String time(Instant instant) {
    return TIME.withZone(ZoneId.systemDefault()).format(instant);
  }
}
