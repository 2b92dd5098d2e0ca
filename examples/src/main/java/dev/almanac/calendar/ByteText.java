package dev.almanac.calendar;

import java.util.List;
import java.util.Locale;

/** Sizes for the eye, in powers of 1024. */
final class ByteText {

  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

  private ByteText() {}

  static String of(long bytes) {
    if (bytes < 1024) {
      return Measure.counted(bytes, "byte");
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1023.95) { // what would be shown as 1024.0
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS.get(unit));
  }
}
