package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.format.FileSchema;
import dev.almanac.format.FileSlice;
import dev.almanac.format.Formats;
import dev.almanac.layout.DataFile;
import dev.almanac.layout.ListedFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * Finds a dataset's columns: those of the newest file of the range, or the union of all files where
 * the store says so.
 */
final class SchemaReader {

  /** The newest is the last: by day, hour, time of change and name. */
  private static final Comparator<DataFile> BY_AGE =
      Comparator.comparing((DataFile file) -> file.day().map(day -> day.toEpochDay()).orElse(0L))
          .thenComparing(file -> file.hour().orElse(0))
          .thenComparing(file -> file.file().modifiedAt())
          .thenComparing(file -> file.file().path());

  /**
   * Columns, and what else the files' footers said.
   *
   * @param columns of the table
   * @param rows the number of rows of the files that were opened, where it came free
   */
  record Found(StructType columns, Map<ListedFile, Long> rows) {

    static Found given(StructType columns) {
      return new Found(columns, Map.of());
    }
  }

  private final SchemaMemory cache;

  SchemaReader(SchemaMemory cache) {
    this.cache = cache;
  }

  /** The columns of these files. */
  Found columns(OpenDataset dataset, List<DataFile> files) {
    List<DataFile> filled = files.stream().filter(file -> file.file().length() > 0).toList();
    if (filled.isEmpty()) {
      // A format whose files are never empty says so; of text, no bytes are no columns.
      return files.isEmpty() ? Found.given(new StructType()) : newest(dataset, files);
    }
    return dataset.store().options().mergeSchema() ? merged() : newest(dataset, filled);
  }

  private Found newest(OpenDataset dataset, List<DataFile> files) {
    DataFile newest = files.stream().max(BY_AGE).orElseThrow();
    FileSchema schema = read(dataset, newest);
    Map<ListedFile, Long> rows = new HashMap<>();
    schema.rows().ifPresent(count -> rows.put(newest.file(), count));
    return new Found(schema.columns(), rows);
  }

  private static Found merged() {
    throw AlmanacException.of(Condition.UNSUPPORTED, "merge-schema comes with the next commit.");
  }

  private FileSchema read(OpenDataset dataset, DataFile file) {
    FileSlice slice = dataset.slice(file);
    return cache.get(
        slice, () -> Formats.named(file.kind().format()).inferSchema(slice, dataset.context()));
  }
}
