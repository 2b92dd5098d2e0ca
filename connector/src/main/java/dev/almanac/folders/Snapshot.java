package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FormatContext;
import dev.almanac.format.OpenedColumns;
import dev.almanac.layout.Contents;
import dev.almanac.layout.DataFile;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.ReadRequest;
import dev.almanac.layout.SegmentFilter;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Store;
import dev.almanac.temporal.DateRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.types.StructType;

/**
 * A dataset as it was when a table was loaded: dates, files and columns do not change any more.
 * What was listed then is what is read.
 */
final class Snapshot {

  /**
   * What a load found.
   *
   * @param dataset where, and how to read it
   * @param scheme how it is divided
   * @param range the days and hours; empty for undated datasets
   * @param dates the range as the query says it
   * @param knownAt the instant whose frames are read; empty for now
   * @param files what a query without filters reads
   * @param segments what filters choose from; empty where they have no choice, as it takes more
   *     memory than the files
   * @param columns the columns
   * @param unreadable why a query must not read it, although it can be described
   * @param log of the store
   */
  record Parts(
      OpenDataset dataset,
      PartitionScheme scheme,
      Optional<DateRange> range,
      String dates,
      Optional<Instant> knownAt,
      List<DataFile> files,
      Optional<Contents> segments,
      TableColumns columns,
      Optional<Throwable> unreadable,
      OnceLog log) {}

  private final Parts parts; // all that was found, set when the table is loaded
  private final ConstantColumns constants;

  Snapshot(Parts parts) {
    this.parts = parts;
    this.constants = new ConstantColumns(parts.columns().partitions(), parts.columns().table());
  }

  /** The dataset's full name in SQL. */
  String name() {
    return parts.dataset().name().text();
  }

  Store store() {
    return parts.dataset().store();
  }

  PartitionScheme scheme() {
    return parts.scheme();
  }

  /** What {@code SELECT *} shows: the files' columns, then the partition columns. */
  StructType tableSchema() {
    return parts.columns().table();
  }

  /** The files' columns. */
  StructType dataSchema() {
    return parts.columns().data();
  }

  ConstantColumns constants() {
    return constants;
  }

  ListingCounts listed() {
    return parts.dataset().listing().counts();
  }

  SparkSession session() {
    return parts.dataset().session();
  }

  FormatContext formatContext() {
    return parts.dataset().context();
  }

  /** All of a file. */
  FileSlice slice(DataFile file) {
    return parts.dataset().slice(file);
  }

  /**
   * Throws the reason why a query must not read this: it has no clause, and the day that it would
   * read is not there, or the store wants a clause.
   */
  void checkReadable() {
    parts
        .unreadable()
        .ifPresent(
            reason -> {
              throw AlmanacException.unchecked(reason);
            });
  }

  /** What readers are to tell of the files that they open in one scan. */
  OpenedColumns openedColumns() {
    return parts.columns().ofOneFile()
        ? DroppedReport.of(session(), name(), tableSchema(), parts.log())
        : OpenedColumns.IGNORED;
  }

  /** The files that a query reads; segments where its filters allow it. */
  FilePlan select(SegmentFilter filter) {
    if (filter == SegmentFilter.NONE || parts.segments().isEmpty()) {
      return new FilePlan(parts.files(), List.of());
    }
    return new FilePlan(parts.segments().get().select(request(filter)).files(), List.of());
  }

  /** The number of rows, if it is known of every file without opening any. */
  OptionalLong rows(List<DataFile> files) {
    long rows = 0;
    for (DataFile file : files) {
      OptionalLong known = parts.columns().rows(file.file());
      if (known.isEmpty()) {
        return OptionalLong.empty();
      }
      rows += known.getAsLong();
    }
    return OptionalLong.of(rows);
  }

  /** The dates for plans: what was asked, and what it came to. */
  Optional<String> datesText() {
    return parts
        .range()
        .map(
            range -> {
              String said = parts.dates().replace("..", " .. ");
              String text = said.equals(range.toString()) ? said : said + " = " + range;
              return text + parts.knownAt().map(at -> " as of " + at).orElse("");
            });
  }

  /** What {@code DESCRIBE EXTENDED} and {@code SHOW TBLPROPERTIES} show. */
  Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    FilePlan.Summary summary = FilePlan.Summary.of(parts.files());
    properties.put(TableCatalog.PROP_EXTERNAL, "true"); // the data is not Spark's
    properties.put("provider", "almanac");
    properties.put("location", parts.dataset().listing().root().toString());
    properties.put("connector", parts.dataset().store().connector());
    properties.put("partition-scheme", scheme().name());
    properties.put("files", String.valueOf(summary.files()));
    properties.put("bytes", String.valueOf(summary.bytes()));
    properties.put("formats", String.join(",", summary.formats()));
    datesText()
        .ifPresent(
            dates -> {
              properties.put("dates", dates);
              properties.put("days", String.valueOf(summary.days()));
            });
    if (scheme().dated()) {
      properties.put(
          DatasetOptions.DEFAULT_DATES.key(),
          parts.dataset().store().options().value(DatasetOptions.DEFAULT_DATES));
    }
    return properties;
  }

  private ReadRequest request(SegmentFilter filter) {
    return new ReadRequest(parts.range(), filter, parts.knownAt());
  }

  /** Equal where the same files are read in the same way. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that
        && parts.dataset().listing().root().equals(that.parts.dataset().listing().root())
        && name().equals(that.name())
        && parts.range().equals(that.parts.range())
        && parts.knownAt().equals(that.parts.knownAt())
        && parts.columns().table().equals(that.parts.columns().table())
        && parts.files().equals(that.parts.files());
  }

  @Override
  public int hashCode() {
    return Objects.hash(name(), parts.range(), parts.knownAt(), parts.files().size());
  }
}
