package dev.almanac.procedure;

import dev.almanac.spark.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code calendar(dataset, from, to, count_rows)}: a row for every day, missing ones too. */
record CalendarProcedure(DatasetQueries queries) implements SystemProcedure {

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public String description() {
    return "Every day of a dataset, with its files, bytes and frames; days that are missing too.";
  }

  @Override
  public List<ProcedureParameter> parameters() {
    return List.of(
        Parameters.dataset(),
        Parameters.from(),
        Parameters.to(),
        Parameters.optional(
            "count_rows",
            DataTypes.BooleanType,
            "Whether to count rows: from footers, or by reading formats that have none."));
  }

  @Override
  public StructType columns() {
    return new StructType()
        .add("day", DataTypes.DateType, false)
        .add("state", DataTypes.StringType, false)
        .add("files", DataTypes.LongType, false)
        .add("bytes", DataTypes.LongType, false)
        .add("frames", DataTypes.LongType, false)
        .add("rows", DataTypes.LongType, true)
        .add("superseded", DataTypes.LongType, false)
        .add("incomplete", DataTypes.LongType, false)
        .add("ignored", DataTypes.LongType, false)
        .add("hours", DataTypes.IntegerType, true)
        .add("missing_hours", DataTypes.StringType, true);
  }

  @Override
  public List<InternalRow> call(CallArguments arguments) {
    String dataset = arguments.text(0);
    Optional<LocalDate> from = arguments.date(1);
    Optional<LocalDate> to = arguments.date(2);
    List<CalendarDay> days = CalendarDay.withGaps(queries.days(dataset, from, to), from, to);
    boolean counted = arguments.flag(3);
    Map<LocalDate, Long> counts =
        counted && days.stream().anyMatch(CalendarDay::isRead)
            ? queries.rowCounts(dataset, days.get(0).day(), days.get(days.size() - 1).day())
            : Map.of();
    return days.stream()
        .map(day -> row(day, counted ? counts.getOrDefault(day.day(), 0L) : null))
        .toList();
  }

  private static InternalRow row(CalendarDay day, Long rows) {
    return Rows.of(
        (int) day.day().toEpochDay(),
        UTF8String.fromString(day.state()),
        day.files(),
        day.bytes(),
        day.frames(),
        rows,
        day.superseded(),
        day.incomplete(),
        day.ignored(),
        day.hours().isPresent() ? day.hours().getAsInt() : null,
        day.hours().isPresent() ? UTF8String.fromString(day.missingHours().orElse("")) : null);
  }
}
