package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.MetadataTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What procedures, and pages about datasets, ask for. The tables about a dataset are read as their
 * listing gives them, without a query of Spark's; rows are counted, and tables refreshed, by SQL.
 * The session is the thread's active one.
 *
 * @param catalog in which names are looked up
 */
public record DatasetQueries(String catalog) {

  /**
   * A dataset's name in SQL, with its catalog.
   *
   * @param name as an argument has it: {@code sales.orders}, with or without the catalog's name
   * @throws AlmanacException INVALID_NAME for what is no name
   */
  String table(String name) {
    return SqlNames.quoted(parts(name));
  }

  private List<String> parts(String name) {
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
    return parts;
  }

  /**
   * The days that a dataset has in a range, sorted.
   *
   * @param name as in SQL, with the catalog's name or without it
   * @param from the first day; empty for the first that there is
   * @param to the last day; empty for the last that there is
   * @throws AlmanacException TEMPORAL_CLAUSE_NOT_APPLICABLE where it has no dates
   */
  public List<CalendarDay> days(String name, Optional<LocalDate> from, Optional<LocalDate> to) {
    checkOrder(name, from, to);
    List<CalendarDay> days = new ArrayList<>();
    for (InternalRow row : about(name, MetadataTable.DAYS, range(from, to))) {
      if (row.isNullAt(0)) {
        throw AlmanacException.of(
            Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE,
            "Cannot make a calendar of "
                + table(name)
                + ": it has no dates. Set partition-scheme for its store if its folders mean days.");
      }
      LocalDate day = LocalDate.ofEpochDay(row.getInt(0));
      if (from.map(day::isBefore).orElse(false) || to.map(day::isAfter).orElse(false)) {
        continue;
      }
      days.add(
          new CalendarDay(
              day,
              row.getUTF8String(1).toString(),
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              row.getLong(6),
              row.getLong(7),
              row.getLong(8),
              number(row, 9),
              text(row, 10).filter(hours -> !hours.isEmpty())));
    }
    days.sort(Comparator.comparing(CalendarDay::day));
    return days;
  }

  /**
   * The frames of a day, whatever became of them.
   *
   * @param day empty for a dataset without dates
   */
  public List<DatasetFrame> frames(String name, Optional<LocalDate> day) {
    return about(name, MetadataTable.FRAMES, range(day, day)).stream()
        .map(
            row ->
                new DatasetFrame(
                    number(row, 1),
                    text(row, 2),
                    row.getUTF8String(3).toString(),
                    row.getUTF8String(4).toString(),
                    row.getUTF8String(5).toString(),
                    row.getBoolean(6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getUTF8String(9).toString()))
        .toList();
  }

  /**
   * The files that are read of a day.
   *
   * @param day empty for a dataset without dates
   */
  public List<DatasetFile> files(String name, Optional<LocalDate> day) {
    return about(name, MetadataTable.FILES, range(day, day)).stream()
        .map(
            row ->
                new DatasetFile(
                    number(row, 1),
                    text(row, 2),
                    row.getUTF8String(3).toString(),
                    row.getLong(4),
                    Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS),
                    row.getUTF8String(6).toString()))
        .toList();
  }

  private static OptionalInt number(InternalRow row, int column) {
    return row.isNullAt(column) ? OptionalInt.empty() : OptionalInt.of(row.getInt(column));
  }

  private static Optional<String> text(InternalRow row, int column) {
    return row.isNullAt(column)
        ? Optional.empty()
        : Optional.of(row.getUTF8String(column).toString());
  }

  private List<InternalRow> about(String name, MetadataTable table, Optional<String> dates) {
    List<String> parts = parts(name);
    return new TableAbout(catalog, parts.subList(1, parts.size()), table).rows(dates);
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
    rows("SELECT unix_date(_date), count(*) FROM %s VERSION AS OF '%s' GROUP BY _date"
            .formatted(table(name), range(from, to)))
        .forEach(row -> counts.put(LocalDate.ofEpochDay(row.getInt(0)), row.getLong(1)));
    return counts;
  }

  void refresh(String name) {
    rows("REFRESH TABLE " + table(name));
  }

  /** A range without an end is all there is: an open one would be listed day by day. */
  private static Optional<String> range(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.flatMap(first -> to.map(last -> range(first, last)));
  }

  private static String range(LocalDate from, LocalDate to) {
    return from + ".." + to;
  }

  private static List<Row> rows(String sql) {
    return SparkSession.active().sql(sql).collectAsList();
  }
}
