package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.folders.PlacedListings.Placed;
import dev.almanac.layout.Contents;
import dev.almanac.layout.DataFile;
import dev.almanac.layout.DayReport;
import dev.almanac.layout.Folder;
import dev.almanac.layout.ListedFile;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.ReadRequest;
import dev.almanac.layout.SegmentFilter;
import dev.almanac.layout.Selection;
import dev.almanac.layout.SkipReason;
import dev.almanac.temporal.DateRange;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/** Lists what a query needs of a dataset, and pins it. */
final class SnapshotLoader {

  /** A range of more days than this is first narrowed to what there is. */
  private static final int MANY_DAYS = 3 * 366;

  /** The same where a folder holds all days, so that one LIST tells which of them there are. */
  private static final int MANY_DAYS_OF_ONE_FOLDER = 31;

  /** How many of the newest days are looked at for the columns of a day without files. */
  private static final int MOST_DAYS_FOR_COLUMNS = 31;

  private final OpenDataset dataset;
  private final PartitionScheme scheme;
  private final QueryDates dates;
  private final SchemaReader schemas;
  private final SchemeFinder schemes;
  private final PlacedListings known;
  private final OnceLog log;

  SnapshotLoader(
      OpenDataset dataset,
      PartitionScheme scheme,
      QueryDates dates,
      SchemaReader schemas,
      SchemeFinder schemes,
      PlacedListings known,
      OnceLog log) {
    this.dataset = dataset;
    this.scheme = scheme;
    this.dates = dates;
    this.schemas = schemas;
    this.schemes = schemes;
    this.known = known;
    this.log = log;
  }

  /**
   * Pins what the query reads.
   *
   * @param given the columns that the user gave; empty to find them in the files
   * @return empty where there is no dataset at all
   * @throws AlmanacException where there is nothing to read, or it cannot be listed
   */
  Optional<Snapshot> load(Optional<StructType> given) {
    return scheme.dated() ? dated(given) : undated(given);
  }

  private Optional<Snapshot> undated(Optional<StructType> given) {
    dates.checkUndated(dataset, scheme);
    Placed placed = place(Optional.empty(), dataset.listing().flat(""));
    Selection selection = placed.selection();
    if (selection.files().isEmpty()) {
      if (selection.days().stream().anyMatch(day -> day.withoutFrame() > 0)) {
        throw EmptyRead.undated(dataset, selection);
      }
      if (selection.skipped().count(SkipReason.UNKNOWN_TYPE) > 0) {
        throw EmptyRead.onlyUnknownFiles(
            dataset, selection.skipped().reasons().get(SkipReason.UNKNOWN_TYPE).examples());
      }
      if (!DatasetDays.isRead(selection) && given.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(snapshot(Optional.empty(), placed, given));
  }

  private Optional<Snapshot> dated(Optional<StructType> given) {
    DatasetDays days = new DatasetDays(dataset, scheme);
    Optional<DateRange> wanted = dates.range(days);
    Placed placed = place(wanted, wanted.map(range -> list(range, days)).orElse(List.of()));
    Selection selection = placed.selection();
    if (selection.files().isEmpty() && !DatasetDays.isRead(selection)) {
      if (!dataset.listing().children("").exists()) {
        return Optional.empty();
      }
      Optional<PartitionScheme> withoutDates = schemes.withoutDates(dataset);
      if (withoutDates.isPresent()) {
        return with(withoutDates.get()).load(given);
      }
      if (wanted.isEmpty() && !dates.missing()) {
        throw noDays(days);
      }
      return Optional.of(unreadable(wanted, placed, days, given));
    }
    if (!days.skipped().isEmpty()) {
      log.warn(dataset.name().text() + ": " + days.skipped());
    }
    return Optional.of(snapshot(wanted, placed, given));
  }

  private SnapshotLoader with(PartitionScheme other) {
    return new SnapshotLoader(dataset, other, dates, schemas, schemes, known, log);
  }

  /** LATEST, or the default dates {@code all} or {@code latest}, of a dataset without any days. */
  private RuntimeException noDays(DatasetDays days) {
    throw AlmanacException.of(
        Condition.NO_DATA_IN_RANGE,
        "Cannot read "
            + dataset.name().text()
            + " for "
            + dates.text()
            + ": "
            + days.last()
                .map(last -> "no day up to " + last + " has a complete frame; see its table frames")
                .orElse("it has no dated folders")
            + ".");
  }

  /**
   * Without a clause, a day that is not there, or a store that wants a clause, is an error for
   * those who read only: the table can still be described.
   */
  private Snapshot unreadable(
      Optional<DateRange> range, Placed placed, DatasetDays days, Optional<StructType> given) {
    try {
      throw range.isPresent()
          ? EmptyRead.inRange(dataset, scheme, range.get(), dates.text(), placed.selection())
          : QueryDates.clauseRequired(dataset);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable reason) { // the error is a checked one, thrown unchecked
      if (dates.explicit()) {
        throw AlmanacException.unchecked(reason);
      }
      List<DataFile> newest = filesOfNewestDay(days);
      Contents described =
          Contents.of(scheme, newest.stream().map(DataFile::file).toList()); // for its columns
      return new Snapshot(
          new Snapshot.Parts(
              dataset,
              scheme,
              range,
              dates.text(),
              dates.knownAt(),
              placed.selection().files(),
              Optional.empty(),
              columns(described, found(newest, given)),
              Optional.of(reason),
              log));
    }
  }

  private Snapshot snapshot(Optional<DateRange> range, Placed placed, Optional<StructType> given) {
    Selection selection = placed.selection();
    report(selection);
    List<DataFile> files =
        selection.files().isEmpty() && scheme.dated() && given.isEmpty()
            ? filesOfNewestDay(new DatasetDays(dataset, scheme))
            : selection.files();
    return new Snapshot(
        new Snapshot.Parts(
            dataset,
            scheme,
            range,
            dates.text(),
            dates.knownAt(),
            selection.files(),
            Optional.of(placed.contents()).filter(Contents::isSegmented),
            columns(placed.contents(), found(files, given)),
            Optional.empty(),
            log));
  }

  private TableColumns columns(Contents contents, SchemaReader.Found found) {
    return TableColumns.of(found, contents.partitionColumns());
  }

  private SchemaReader.Found found(List<DataFile> files, Optional<StructType> given) {
    return given.map(SchemaReader.Found::given).orElseGet(() -> schemas.columns(dataset, files));
  }

  private List<DataFile> filesOfNewestDay(DatasetDays days) {
    return days.newest(Optional.empty(), day -> !day.files().isEmpty(), MOST_DAYS_FOR_COLUMNS)
        .map(Selection::files)
        .orElse(List.of());
  }

  /** One LIST for a day; for a range one for each day or month, side by side. */
  private List<ListedFile> list(DateRange range, DatasetDays days) {
    int many = days.inOneFolder() ? MANY_DAYS_OF_ONE_FOLDER : MANY_DAYS;
    List<Folder> folders = range.dayCount() > many ? days.folders(range) : scheme.foldersFor(range);
    return dataset.filesBelow(folders.stream().map(Folder::path).toList());
  }

  private Placed place(Optional<DateRange> range, List<ListedFile> listing) {
    ReadRequest request = new ReadRequest(range, SegmentFilter.NONE, dates.knownAt());
    return known.place(dataset.name(), scheme, request, listing);
  }

  /** What is left out is said, once. */
  private void report(Selection selection) {
    if (!selection.skipped().isEmpty()) {
      log.warn(dataset.name().text() + ": " + selection.skipped());
    }
    long withoutFrame =
        selection.days().stream()
            .filter(day -> day.state() == DayReport.State.NO_COMPLETE_FRAME)
            .count();
    if (withoutFrame > 0) {
      log.warn(
          dataset.name().text()
              + ": "
              + withoutFrame
              + (withoutFrame == 1
                  ? " day has no complete frame and gives no rows"
                  : " days have no complete frame and give no rows")
              + "; see its table frames.");
    }
  }
}
