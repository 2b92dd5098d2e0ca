package dev.almanac.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The form of a block: a column for each week, a row for each weekday.
 *
 * @param period what a block is of
 * @param cell the columns of the output for a week
 */
record Grid(Period period, int cell) {

  private static final int LABEL = 3; // "Mo "

  /** The largest that fits, a year twice as wide where there is room. */
  static Grid fitting(int width) {
    if (width >= LABEL + 2 * Period.YEAR.weeks()) {
      return new Grid(Period.YEAR, 2);
    }
    for (Period period : Period.values()) {
      if (width >= LABEL + period.weeks()) {
        return new Grid(period, 1);
      }
    }
    return new Grid(Period.MONTH, 1);
  }

  /**
   * The lines of a block, without its title.
   *
   * @param start its first day
   * @param marks of its days; those that have none stay blank
   */
  List<String> lines(LocalDate start, Map<LocalDate, Mark> marks, Style style) {
    List<String> lines = new ArrayList<>();
    if (period != Period.MONTH) { // whose title says it
      lines.add(months(start));
    }
    for (DayOfWeek weekday : DayOfWeek.values()) {
      lines.add(weekday(start, weekday, marks, style));
    }
    return lines;
  }

  private String months(LocalDate start) {
    StringBuilder line = new StringBuilder();
    for (int month = 0; month < period.months(); month++) {
      LocalDate first = start.plusMonths(month);
      line.append(" ".repeat(LABEL + week(start, first) * cell - line.length()));
      line.append(Period.month(first));
    }
    return line.toString();
  }

  private String weekday(
      LocalDate start, DayOfWeek weekday, Map<LocalDate, Mark> marks, Style style) {
    StringBuilder line =
        new StringBuilder(weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2));
    line.append(' ');
    int blank = 0;
    LocalDate end = period.next(start);
    LocalDate day = monday(start).with(TemporalAdjusters.nextOrSame(weekday));
    for (; day.isBefore(end); day = day.plusWeeks(1)) {
      Mark mark = day.isBefore(start) ? null : marks.get(day);
      if (mark == null) {
        blank += cell;
      } else {
        line.append(" ".repeat(blank));
        blank = cell - append(mark, style, line);
      }
    }
    return line.toString().stripTrailing();
  }

  /** Says how many columns it took. */
  private int append(Mark mark, Style style, StringBuilder line) {
    int columns = mark.fills() ? cell : 1;
    line.append(style.paint(mark, String.valueOf(mark.glyph(style)).repeat(columns)));
    return columns;
  }

  private static int week(LocalDate start, LocalDate day) {
    return (int) ChronoUnit.WEEKS.between(monday(start), day);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
