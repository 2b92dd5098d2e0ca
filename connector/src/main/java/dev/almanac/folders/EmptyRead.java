package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.layout.DayReport;
import dev.almanac.layout.FrameReport;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.Selection;
import dev.almanac.layout.SkipReason;
import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why a read has no files: three different errors, each with the way out. */
final class EmptyRead {

  private static final int SHOWN = 5;

  private EmptyRead() {}

  /**
   * Throws the error for a date range without any file to read.
   *
   * @param dates the range as the query says it
   */
  static RuntimeException inRange(
      OpenDataset dataset,
      PartitionScheme scheme,
      DateRange range,
      String dates,
      Selection selection) {
    String what = "Cannot read " + dataset.name().text() + " for " + dates;
    boolean frames =
        selection.days().stream().anyMatch(day -> day.state() == DayReport.State.NO_COMPLETE_FRAME);
    if (frames) {
      throw AlmanacException.of(
          Condition.NO_COMPLETE_FRAME,
          what
              + ": no frame of "
              + (selection.days().size() == 1 ? "that day" : "those days")
              + " can be read ("
              + reasons(selection.frames())
              + "). A frame counts once it holds frame.complete and no frame.ignore; "
              + dataset.name().text()
              + ".frames shows all.");
    }
    if (selection.skipped().count(SkipReason.UNKNOWN_TYPE) > 0) {
      throw onlyUnknownFiles(
          dataset, selection.skipped().reasons().get(SkipReason.UNKNOWN_TYPE).examples());
    }
    boolean otherHours =
        selection.days().stream().anyMatch(day -> day.state() == DayReport.State.NO_HOUR_IN_RANGE);
    throw AlmanacException.of(
        Condition.NO_DATA_IN_RANGE,
        what
            + ": "
            + (otherHours ? "no such hour; that day has others" : "no such day")
            + " ("
            + extent(new DatasetDays(dataset, scheme), range)
            + ").");
  }

  /** Throws the error for a dataset, or days of it, with files of unknown types only. */
  static RuntimeException onlyUnknownFiles(OpenDataset dataset, List<String> files) {
    throw AlmanacException.of(
        Condition.NO_READABLE_FILES,
        "Cannot read "
            + dataset.name().text()
            + ": none of its files is of a type that can be read, such as "
            + files.stream().limit(SHOWN).collect(Collectors.joining(", "))
            + ". The types are parquet, orc, jsonl, ndjson, json, csv, tsv, psv, arrow, feather, ipc"
            + " and avro, text also with .zstd, .zst, .gz, .bz2, .lz4 or .snappy behind it.");
  }

  private static String reasons(List<FrameReport> frames) {
    String shown =
        frames.stream()
            .limit(SHOWN)
            .map(frame -> frame.path() + ": " + frame.reason())
            .collect(Collectors.joining("; "));
    return frames.size() > SHOWN ? shown + "; and " + (frames.size() - SHOWN) + " more" : shown;
  }

  private static String extent(DatasetDays days, DateRange range) {
    Optional<LocalDate> first = days.first();
    Optional<LocalDate> last = days.last();
    if (first.isEmpty() || last.isEmpty()) {
      return "it has no dated folders";
    }
    Optional<LocalDate> nearest =
        days.nearestTo(first.get().isAfter(range.lastDay()) ? range.lastDay() : range.firstDay());
    return "it has "
        + (first.equals(last) ? first.get() : first.get() + " .. " + last.get())
        + "; the nearest is "
        + nearest.orElse(last.get());
  }

  /** Throws the error for an undated dataset whose frames are all incomplete or withdrawn. */
  static RuntimeException undated(OpenDataset dataset, Selection selection) {
    throw AlmanacException.of(
        Condition.NO_COMPLETE_FRAME,
        "Cannot read "
            + dataset.name().text()
            + ": none of its frames can be read ("
            + reasons(selection.frames())
            + "). A frame counts once it holds frame.complete and no frame.ignore.");
  }
}
