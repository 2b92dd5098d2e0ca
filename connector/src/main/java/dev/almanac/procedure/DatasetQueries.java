package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.SqlNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What procedures ask about datasets, by SQL. Days are asked for as numbers: whether a row gives a
 * java.sql.Date or a LocalDate is for the session to say.
 *
 * @param catalog in which names are looked up
 */
record DatasetQueries(String catalog) {

  /**
   * A dataset's name in SQL, with its catalog.
   *
   * @param name as an argument has it: {@code sales.orders}, with or without the catalog's name
   * @throws AlmanacException INVALID_NAME for what is no name
   */
  String table(String name) {
    List<String> parts = new ArrayList<>(SqlNames.parse(name));
    if (parts.isEmpty()) {
      throw AlmanacException.of(
          Condition.INVALID_NAME,
          "Cannot look for the dataset '"
              + name
              + "': this is no name. Write it as in SQL, such as 'sales.orders'.");
    }
    if (parts.size() == 1 || !parts.get(0).equals(catalog)) {
      parts.add(0, catalog);
    }
    return SqlNames.quoted(parts);
  }

  /**
   * The days that a dataset has in a range, sorted.
   *
   * @param from the first day; empty for the first that there is
   * @param to the last day; empty for the last that there is
   * @throws AlmanacException TEMPORAL_CLAUSE_NOT_APPLICABLE where it has no dates
   */
  List<CalendarDay> days(String name, Optional<LocalDate> from, Optional<LocalDate> to) {
    checkOrder(name, from, to);
    String table = table(name);
    String where =
        "WHERE (day IS NULL OR (day >= DATE'%s' AND day <= DATE'%s'))"
            .formatted(from.orElse(LocalDate.of(1, 1, 1)), to.orElse(LocalDate.of(9999, 12, 31)));
    String version = from.isPresent() && to.isPresent() ? version(from.get(), to.get()) : "";
    List<CalendarDay> days = new ArrayList<>();
    String sql =
        "SELECT unix_date(day), state, files, bytes, frames FROM %s.days%s %s ORDER BY day"
            .formatted(table, version, where);
    for (Row row : daysOf(table, sql)) {
      if (row.isNullAt(0)) {
        throw AlmanacException.of(
            Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE,
            "Cannot make a calendar of "
                + table
                + ": it has no dates. Set partition-scheme for its store if its folders mean days.");
      }
      days.add(
          new CalendarDay(
              LocalDate.ofEpochDay(row.getInt(0)),
              row.getString(1),
              row.getLong(2),
              row.getLong(3),
              row.getLong(4)));
    }
    return days;
  }

  private static List<Row> daysOf(String table, String sql) {
    try {
      return rows(sql);
    } catch (Exception e) { // an AnalysisException, which is a checked one, thrown unchecked
      if (e instanceof AnalysisException analysis
          && "TABLE_OR_VIEW_NOT_FOUND".equals(analysis.getCondition())) {
        throw AlmanacException.of(
            Condition.NO_SUCH_DATASET,
            "Cannot make a calendar of "
                + table
                + ": there is no such dataset, or it has no days. SHOW TABLES lists what there is.",
            e);
      }
      throw e;
    }
  }

  private void checkOrder(String name, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw AlmanacException.of(
          Condition.INVALID_TEMPORAL_CLAUSE,
          "Cannot make a calendar of %s from %s to %s: the end is before the start. Swap them."
              .formatted(table(name), from.get(), to.get()));
    }
  }

  /** The number of rows of each day that has any. */
  Map<LocalDate, Long> rowCounts(String name, LocalDate from, LocalDate to) {
    Map<LocalDate, Long> counts = new HashMap<>();
    rows("SELECT unix_date(_date), count(*) FROM %s%s GROUP BY _date"
            .formatted(table(name), version(from, to)))
        .forEach(row -> counts.put(LocalDate.ofEpochDay(row.getInt(0)), row.getLong(1)));
    return counts;
  }

  void refresh(String name) {
    rows("REFRESH TABLE " + table(name));
  }

  private static String version(LocalDate from, LocalDate to) {
    return " VERSION AS OF '%s..%s'".formatted(from, to);
  }

  private static List<Row> rows(String sql) {
    return SparkSession.active().sql(sql).collectAsList();
  }
}
