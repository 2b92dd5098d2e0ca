package dev.almanac.cli;

import dev.almanac.calendar.Day;
import dev.almanac.calendar.DayState;
import dev.almanac.calendar.Measure;
import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.spark.Catalogs;
import dev.almanac.spark.SqlNames;
import dev.almanac.temporal.DateRange;
import dev.almanac.temporal.DateSelection;
import java.time.LocalDate;
import java.util.ArrayList;
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
   * The range of a clause, as SQL has it: in the time zone of the dataset's store.
   *
   * @param clause as SQL has it, with or without {@code FOR}
   */
  Range range(String clause) {
    String dates = FOR.matcher(clause).lookingAt() ? FOR.matcher(clause).replaceFirst("") : clause;
    AlmanacCatalog catalog = (AlmanacCatalog) Catalogs.named(spark, SessionSettings.CATALOG);
    List<String> name = new ArrayList<>(SqlNames.parse(dataset));
    if (name.size() > 1 && name.get(0).equals(SessionSettings.CATALOG)) {
      name.remove(0);
    }
    DateRange range = catalog.browser().range(name, DateSelection.parse(dates), this::latest);
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
            "incomplete",
            "coalesce(missing_hours, '')")
        .collectAsList()
        .stream()
        .map(CalendarDays::day)
        .toList();
  }

  private Dataset<Row> call(Range range) {
    return spark.sql(
        "CALL %s.system.calendar(dataset => '%s'%s%s, count_rows => %s)"
            .formatted(
                SessionSettings.CATALOG,
                dataset.replace("\\", "\\\\").replace("'", "\\'"),
                range.from().map(day -> ", `from` => DATE'" + day + "'").orElse(""),
                range.to().map(day -> ", `to` => DATE'" + day + "'").orElse(""),
                measure == Measure.ROWS));
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
        row.getLong(7),
        !row.getString(8).isEmpty());
  }
}
