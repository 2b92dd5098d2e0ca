package dev.almanac.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;

/** How the folder of a day, or of an hour of it, is named below its dataset. */
public enum Layout {
  /** {@code year_1995/month_03/day_15[/by_hour/hour=07]/as_at_19950316-021500}, with a marker. */
  MABEL("'year_'uuuu/'month_'MM/'day_'dd", "/by_hour/hour=%02d"),
  /** {@code 1995/03/15[/07]}. */
  DATED("uuuu/MM/dd", "/%02d"),
  /** {@code date=1995-03-15[/hour=07]}. */
  HIVE("'date='uuuu-MM-dd", "/hour=%02d");

  /** Frames are written in the night after their day. */
  private static final DateTimeFormatter FRAME =
      DateTimeFormatter.ofPattern("'/as_at_'uuuuMMdd'-021500'", Locale.ROOT);

  private final DateTimeFormatter day;
  private final String hour;

  Layout(String day, String hour) {
    this.day = DateTimeFormatter.ofPattern(day, Locale.ROOT);
    this.hour = hour;
  }

  /** The folder's path below the dataset, with {@code /} between its elements. */
  public String folder(LocalDate date, OptionalInt hourOfDay) {
    String folder = day.format(date);
    if (hourOfDay.isPresent()) {
      folder += hour.formatted(hourOfDay.getAsInt());
    }
    return isFramed() ? folder + FRAME.format(date.plusDays(1)) : folder;
  }

  /** Whether a folder counts only once a marker says that it is complete. */
  public boolean isFramed() {
    return this == MABEL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
