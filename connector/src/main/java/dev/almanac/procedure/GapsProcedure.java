package dev.almanac.procedure;

import dev.almanac.spark.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code gaps(dataset, from, to)}: the runs of days that a query would not read the whole of. */
record GapsProcedure(DatasetQueries queries) implements SystemProcedure {

  @Override
  public String name() {
    return "gaps";
  }

  @Override
  public String description() {
    return "The days of a dataset that cannot be read: missing, without data, or without a complete"
        + " frame; and those of which hours cannot be read.";
  }

  @Override
  public List<ProcedureParameter> parameters() {
    return List.of(Parameters.dataset(), Parameters.from(), Parameters.to());
  }

  @Override
  public StructType columns() {
    return new StructType()
        .add("from", DataTypes.DateType, false)
        .add("to", DataTypes.DateType, false)
        .add("days", DataTypes.LongType, false)
        .add("state", DataTypes.StringType, false)
        .add("hours", DataTypes.StringType, true);
  }

  @Override
  public List<InternalRow> call(CallArguments arguments) {
    Optional<LocalDate> from = arguments.date(1);
    Optional<LocalDate> to = arguments.date(2);
    List<CalendarDay> found = queries.days(arguments.text(0), from, to);
    return Gap.of(CalendarDay.withGaps(found, from, to)).stream()
        .map(
            gap ->
                Rows.of(
                    (int) gap.from().toEpochDay(),
                    (int) gap.to().toEpochDay(),
                    gap.days(),
                    UTF8String.fromString(gap.state()),
                    gap.hours().map(UTF8String::fromString).orElse(null)))
        .toList();
  }
}
