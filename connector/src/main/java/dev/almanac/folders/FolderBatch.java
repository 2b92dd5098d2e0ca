package dev.almanac.folders;

import dev.almanac.format.DataFormat;
import dev.almanac.format.FileReader;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FormatContext;
import dev.almanac.format.Formats;
import dev.almanac.format.ReadRequest;
import dev.almanac.layout.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;

/** Plans the tasks of a scan. Batches of the same files and request are equal. */
final class FolderBatch implements Batch {

  private final Snapshot snapshot;
  private final ScanRequest request;
  private final FilePlan plan;

  FolderBatch(Snapshot snapshot, ScanRequest request, FilePlan plan) {
    this.snapshot = snapshot;
    this.request = request;
    this.plan = plan;
  }

  /** Batches only where every file's format gives them: tasks of one scan must all be alike. */
  static boolean columnar(Snapshot snapshot, ScanRequest request, FilePlan plan) {
    if (request.aggregation().isPresent() || plan.files().isEmpty()) {
      return false;
    }
    FormatContext context = snapshot.formatContext();
    return plan.kept().formats().stream()
        .allMatch(name -> Formats.named(name).columnar(request.data(), context));
  }

  @Override
  public InputPartition[] planInputPartitions() {
    Packing packing = Packing.of(snapshot.session());
    long maxSplitBytes = packing.maxSplitBytes(plan.kept().bytes(), plan.files().size());
    List<PlannedSlice> slices = new ArrayList<>(plan.files().size());
    for (DataFile file : plan.files()) {
      Packing.split(PlannedSlice.whole(file), () -> isSplittable(file), maxSplitBytes, slices::add);
    }
    return packing.pack(slices, PlannedSlice::length, maxSplitBytes).stream()
        .map(task -> new PlannedPartition(List.copyOf(task), this::planned))
        .toArray(InputPartition[]::new);
  }

  private boolean isSplittable(DataFile file) {
    return request.aggregation().isEmpty()
        && Formats.named(file.kind().format())
            .splittable(snapshot.slice(file).path(), snapshot.formatContext());
  }

  /** All that an executor has to know of a slice. */
  private PlannedFile planned(PlannedSlice planned) {
    DataFile file = planned.file();
    FileSlice slice = snapshot.slice(file).part(planned.start(), planned.length());
    return new PlannedFile(
        file.kind().format(), slice, snapshot.constants().values(constants(), file, slice));
  }

  /** Where aggregates are pushed, the groups are the only other columns. */
  private StructType constants() {
    return request.aggregation().map(PushedAggregation::groups).orElse(request.constants());
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    boolean columnar = columnar(snapshot, request, plan);
    return new FolderReaderFactory(
        request.aggregation().map(PushedAggregation::readers).orElseGet(() -> readers(columnar)),
        constants(),
        request.aggregation().isPresent(),
        columnar,
        request.limit(),
        Tolerance.of(snapshot.session()));
  }

  private Map<String, FileReader> readers(boolean columnar) {
    ReadRequest wanted =
        new ReadRequest(
            snapshot.dataSchema(),
            request.data(),
            request.dataFilters(),
            columnar,
            snapshot.openedColumns());
    Map<String, FileReader> readers = new TreeMap<>();
    for (String name : plan.kept().formats()) {
      DataFormat format = Formats.named(name);
      readers.put(name, format.reader(wanted, snapshot.formatContext()));
    }
    return readers;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FolderBatch that
        && snapshot.equals(that.snapshot)
        && request.equals(that.request)
        && plan.files().equals(that.plan.files());
  }

  @Override
  public int hashCode() {
    return Objects.hash(snapshot, request);
  }
}
