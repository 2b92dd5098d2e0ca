package dev.almanac.cli;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.calendar.Day;
import dev.almanac.calendar.DayState;
import dev.almanac.calendar.Measure;
import dev.almanac.temporal.DateRange;
import dev.almanac.temporal.DateSelection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The days of a dataset, by {@code CALL system.calendar}.
 *
 * @param dataset its name as in SQL
 * @param measure what is asked about them
 */
record CalendarDays(SparkSession spark, String dataset, Measure measure) {

  private static final Pattern FOR = Pattern.compile("(?i)FOR\\s+");

  /** Days from a first to a last, both included; those that there are where one is empty. */
  record Range(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Behind a sentence. */
    @Override
    public String toString() {
      return from.map(day -> " from " + day).orElse("") + to.map(day -> " to " + day).orElse("");
    }
  }

  /**
   * The range of a clause, in UTC.
   *
   * @param clause as SQL has it, with or without {@code FOR}
   */
  Range range(String clause) {
    String dates = FOR.matcher(clause).lookingAt() ? FOR.matcher(clause).replaceFirst("") : clause;
    DateRange range =
        DateSelection.parse(dates).resolve(Instant.now(), ZoneOffset.UTC, this::latest);
    return new Range(Optional.of(range.firstDay()), Optional.of(range.lastDay()));
  }

  private LocalDate latest() {
    List<Day> days = in(new Range(Optional.empty(), Optional.empty()));
    return days.stream()
        .filter(day -> day.state() == DayState.READ)
        .map(Day::date)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new IllegalArgumentException(dataset + " has no day that can be read"));
  }

  /** Every day of a range. */
  List<Day> in(Range range) {
    Dataset<Row> rows = call(range);
    return rows
        .selectExpr(
            "unix_date(day)", // whatever class a session gives dates as
            "state",
            "files",
            "bytes",
            "coalesce(rows, 0L)",
            "frames",
            "superseded",
            "incomplete")
        .collectAsList()
        .stream()
        .map(CalendarDays::day)
        .toList();
  }

  private Dataset<Row> call(Range range) {
    try {
      return spark.sql(
          "CALL %s.system.calendar(dataset => '%s'%s%s, count_rows => %s)"
              .formatted(
                  SessionSettings.CATALOG,
                  dataset.replace("\\", "\\\\").replace("'", "\\'"),
                  range.from().map(day -> ", `from` => DATE'" + day + "'").orElse(""),
                  range.to().map(day -> ", `to` => DATE'" + day + "'").orElse(""),
                  measure == Measure.ROWS));
    } catch (Exception e) { // AlmanacException is a checked one, thrown unchecked
      if (e instanceof AlmanacException error && error.condition() == Condition.NO_SUCH_DATASET) {
        throw AlmanacException.unchecked(NameHint.about(e, dataset, spark));
      }
      throw AlmanacException.unchecked(e);
    }
  }

  private static Day day(Row row) {
    return new Day(
        LocalDate.ofEpochDay(row.getInt(0)),
        DayState.of(row.getString(1)),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }
}
