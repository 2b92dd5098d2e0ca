package dev.almanac.folders;

import dev.almanac.layout.DataFile;
import dev.almanac.layout.DayReport;
import dev.almanac.layout.FrameReport;
import dev.almanac.layout.FrameState;
import dev.almanac.layout.Hours;
import dev.almanac.layout.Selection;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The columns and rows of the tables about a dataset. */
enum MetadataRows {
  DAYS(
      new StructType()
          .add("day", DataTypes.DateType)
          .add("state", DataTypes.StringType)
          .add("segmentation", DataTypes.StringType)
          .add("files", DataTypes.LongType)
          .add("bytes", DataTypes.LongType)
          .add("frames", DataTypes.LongType)
          .add("superseded", DataTypes.LongType)
          .add("incomplete", DataTypes.LongType)
          .add("ignored", DataTypes.LongType)
          .add("hours", DataTypes.IntegerType)
          .add("missing_hours", DataTypes.StringType)) {
    @Override
    List<InternalRow> of(OpenDataset dataset, Selection selection, DueHours due) {
      Map<Optional<LocalDate>, List<FrameReport>> frames =
          selection.frames().stream().collect(Collectors.groupingBy(FrameReport::day));
      return selection.days().stream()
          .map(day -> row(day, frames.getOrDefault(day.day(), List.of()), due))
          .toList();
    }

    private long count(List<FrameReport> frames, FrameState state) {
      return frames.stream().filter(frame -> frame.state() == state).count();
    }

    private InternalRow row(DayReport day, List<FrameReport> frames, DueHours due) {
      Optional<Hours> missing =
          day.hours().flatMap(read -> day.day().map(date -> due.of(date).without(read)));
      return MetadataRows.row(
          date(day.day()),
          text(day.state()),
          day.segmentation().map(UTF8String::fromString).orElse(null),
          day.files(),
          day.bytes(),
          (long) frames.size(),
          count(frames, FrameState.SUPERSEDED),
          count(frames, FrameState.INCOMPLETE),
          count(frames, FrameState.IGNORED),
          day.hours().map(Hours::count).orElse(null),
          missing.map(hours -> UTF8String.fromString(hours.toString())).orElse(null));
    }
  },

  FRAMES(
      new StructType()
          .add("day", DataTypes.DateType)
          .add("hour", DataTypes.IntegerType)
          .add("segment", DataTypes.StringType)
          .add("frame", DataTypes.StringType)
          .add("state", DataTypes.StringType)
          .add("reason", DataTypes.StringType)
          .add("read", DataTypes.BooleanType)
          .add("files", DataTypes.LongType)
          .add("bytes", DataTypes.LongType)
          .add("path", DataTypes.StringType)) {
    @Override
    List<InternalRow> of(OpenDataset dataset, Selection selection, DueHours due) {
      return selection.frames().stream().map(frame -> row(dataset, frame)).toList();
    }

    private InternalRow row(OpenDataset dataset, FrameReport frame) {
      return MetadataRows.row(
          date(frame.day()),
          hour(frame.hour()),
          frame.segment().map(UTF8String::fromString).orElse(null),
          UTF8String.fromString(frame.name()),
          text(frame.state()),
          UTF8String.fromString(frame.reason()),
          frame.read(),
          frame.files(),
          frame.bytes(),
          UTF8String.fromString(dataset.listing().uri(frame.path())));
    }
  },

  FILES(
      new StructType()
          .add("day", DataTypes.DateType)
          .add("hour", DataTypes.IntegerType)
          .add("frame", DataTypes.StringType)
          .add("format", DataTypes.StringType)
          .add("bytes", DataTypes.LongType)
          .add("modified_at", DataTypes.TimestampType)
          .add("path", DataTypes.StringType)) {
    @Override
    List<InternalRow> of(OpenDataset dataset, Selection selection, DueHours due) {
      return selection.files().stream().map(file -> row(dataset, file)).toList();
    }

    private InternalRow row(OpenDataset dataset, DataFile file) {
      return MetadataRows.row(
          date(file.day()),
          hour(file.hour()),
          file.frame().map(UTF8String::fromString).orElse(null),
          UTF8String.fromString(file.kind().format()),
          file.file().length(),
          file.file().modifiedAt() * 1000,
          UTF8String.fromString(dataset.slice(file).path()));
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // Spark's types are values
  private final StructType schema;

  MetadataRows(StructType schema) {
    this.schema = schema;
  }

  StructType schema() {
    return schema;
  }

  /**
   * The rows of a table.
   *
   * @param due the hours that there should be of each day
   */
  abstract List<InternalRow> of(OpenDataset dataset, Selection selection, DueHours due);

  private static InternalRow row(Object... values) {
    return new GenericInternalRow(values);
  }

  private static Object date(Optional<LocalDate> day) {
    return day.map(found -> (int) found.toEpochDay()).orElse(null);
  }

  private static Object hour(OptionalInt hour) {
    return hour.isPresent() ? hour.getAsInt() : null;
  }

  private static UTF8String text(Enum<?> state) {
    return UTF8String.fromString(state.name().toLowerCase(Locale.ROOT));
  }
}
