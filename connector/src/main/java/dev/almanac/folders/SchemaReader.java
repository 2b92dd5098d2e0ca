package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.format.DataFormat;
import dev.almanac.format.FileSchema;
import dev.almanac.format.FileSlice;
import dev.almanac.format.Formats;
import dev.almanac.format.ReadErrors;
import dev.almanac.format.SchemaCache;
import dev.almanac.layout.DataFile;
import dev.almanac.layout.ListedFile;
import dev.almanac.schema.Nullability;
import dev.almanac.schema.SchemaMerge;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.types.StructType;

/**
 * Finds a dataset's columns: those of the newest file of the range, or the union of all files where
 * the store says so.
 */
final class SchemaReader {

  /** Among the files of a day. */
  private static final Comparator<DataFile> BY_HOUR_AND_CHANGE =
      Comparator.comparingInt((DataFile file) -> file.hour().orElse(0))
          .thenComparingLong(file -> file.file().modifiedAt());

  /** The newest is the last: by day, hour, time of change and name. */
  private static final Comparator<DataFile> BY_AGE =
      Comparator.comparingLong((DataFile file) -> file.day().map(LocalDate::toEpochDay).orElse(0L))
          .thenComparing(BY_HOUR_AND_CHANGE)
          .thenComparing(DataFile::file, ListedFile.BY_PATH);

  /**
   * Columns, and what else the files' footers said.
   *
   * @param columns of the table
   * @param rows the number of rows of the files that were opened, where it came free
   * @param ofOneFile whether one file decided, so that others may have columns that are not here
   */
  record Found(StructType columns, Map<ListedFile, Long> rows, boolean ofOneFile) {

    /** Of columns that the user gave: no file promises that they are never null. */
    static Found given(StructType columns) {
      return new Found(Nullability.allNullable(columns), Map.of(), false);
    }
  }

  private final SchemaCache cache;

  SchemaReader(SchemaCache cache) {
    this.cache = cache;
  }

  /**
   * The columns of files.
   *
   * @param files by day, then by path, as selections have them
   */
  Found columns(OpenDataset dataset, List<DataFile> files) {
    // A format whose files are never empty says so; of text, no bytes are no columns.
    Optional<DataFile> newest =
        newestOf(files, SchemaReader::hasBytes).or(() -> newestOf(files, file -> true));
    if (newest.isEmpty()) {
      return Found.given(new StructType());
    }
    return dataset.store().options().mergeSchema() && hasBytes(newest.get())
        ? merged(dataset, newestFirst(files, SchemaReader::hasBytes))
        : newest(dataset, newest.get(), files);
  }

  private static boolean hasBytes(DataFile file) {
    return file.file().length() > 0;
  }

  /** Of the newest file, which mostly can be read: the others are sorted only if it cannot. */
  private Found newest(OpenDataset dataset, DataFile newest, List<DataFile> files) {
    return first(dataset, List.of(newest))
        .or(() -> first(dataset, older(files, newest)))
        .orElse(Found.given(new StructType()));
  }

  /** One of the last day that has any; of those that are alike, the last. */
  private static Optional<DataFile> newestOf(List<DataFile> files, Predicate<DataFile> counts) {
    DataFile newest = null;
    for (int i = files.size() - 1; i >= 0; i--) {
      DataFile file = files.get(i);
      if (newest != null && !file.day().equals(newest.day())) {
        break;
      }
      if (counts.test(file) && (newest == null || BY_HOUR_AND_CHANGE.compare(file, newest) > 0)) {
        newest = file;
      }
    }
    return Optional.ofNullable(newest);
  }

  /** Where the newest has no bytes, no other has. */
  private static List<DataFile> older(List<DataFile> files, DataFile newest) {
    return newestFirst(files, file -> hasBytes(file) == hasBytes(newest) && !file.equals(newest));
  }

  private static List<DataFile> newestFirst(List<DataFile> files, Predicate<DataFile> counts) {
    return files.stream().filter(counts).sorted(BY_AGE.reversed()).toList();
  }

  /** The columns of the first file that can be read. */
  private Optional<Found> first(OpenDataset dataset, List<DataFile> files) {
    Tolerance tolerance = Tolerance.of(dataset.session());
    for (DataFile file : files) {
      Optional<FileSchema> schema = read(dataset, file, tolerance);
      if (schema.isPresent()) {
        Map<ListedFile, Long> rows = new HashMap<>();
        schema.get().rows().ifPresent(count -> rows.put(file.file(), count));
        return Optional.of(new Found(schema.get().columns(), rows, true));
      }
    }
    return Optional.empty();
  }

  private Found merged(OpenDataset dataset, List<DataFile> newestFirst) {
    Tolerance tolerance = Tolerance.of(dataset.session());
    List<Optional<FileSchema>> schemas =
        dataset.parallel().map(newestFirst, file -> read(dataset, file, tolerance));
    Map<ListedFile, Long> rows = new HashMap<>();
    SchemaMerge merge = new SchemaMerge(dataset.context().caseSensitive());
    for (int i = 0; i < newestFirst.size(); i++) {
      DataFile file = newestFirst.get(i);
      schemas
          .get(i)
          .ifPresent(
              schema -> {
                boolean declared = Formats.named(file.kind().format()).declaresTypes();
                merge.add(schema.columns(), !declared, dataset.slice(file).path());
                schema.rows().ifPresent(count -> rows.put(file.file(), count));
              });
    }
    return new Found(merge.columns(), rows, false);
  }

  /**
   * The columns of a file; empty where it cannot be read and need not be.
   *
   * @throws AlmanacException that names the file
   */
  private Optional<FileSchema> read(OpenDataset dataset, DataFile file, Tolerance tolerance) {
    FileSlice slice = dataset.slice(file);
    try {
      DataFormat format = Formats.named(file.kind().format());
      return Optional.of(
          slice.openJustListed(() -> cache.schema(format, slice, dataset.context())));
    } catch (Exception e) { // AlmanacException is checked, but thrown unchecked
      return skipOrThrow(slice, file, tolerance, e);
    }
  }

  private static Optional<FileSchema> skipOrThrow(
      FileSlice slice, DataFile file, Tolerance tolerance, Exception e) {
    boolean tolerated =
        (tolerance.ignoreMissing() && ReadErrors.isMissingFile(e))
            || (tolerance.ignoreCorrupt() && ReadErrors.isCorruptFile(e));
    if (tolerated) {
      return Optional.empty();
    }
    throw ReadErrors.cannotRead(slice, file.kind().format(), e);
  }
}
