package dev.almanac.folders;

import dev.almanac.spark.SessionConf;
import dev.almanac.spark.SizedScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.connector.read.SupportsRuntimeV2Filtering;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A planned read of a folder dataset: which files, which columns. */
final class FolderScan implements SizedScan, SupportsReportStatistics, SupportsRuntimeV2Filtering {

  private final Snapshot snapshot;
  private final ScanRequest request;
  private FilePlan plan; // fewer files after run-time filters

  FolderScan(Snapshot snapshot, ScanRequest request, FilePlan plan) {
    this.snapshot = snapshot;
    this.request = request;
    this.plan = plan;
  }

  @Override
  public StructType readSchema() {
    return request.readSchema();
  }

  /** Refused here and no sooner: DESCRIBE builds scans too, to ask for statistics. */
  @Override
  public Batch toBatch() {
    snapshot.checkReadable();
    return new FolderBatch(snapshot, request, plan);
  }

  /** Said here so that Spark need not plan the tasks to find out. */
  @Override
  public ColumnarSupportMode columnarSupportMode() {
    return FolderBatch.columnar(snapshot, request, plan)
        ? ColumnarSupportMode.SUPPORTED
        : ColumnarSupportMode.UNSUPPORTED;
  }

  /** The columns by which a join can leave out files while the query runs. */
  @Override
  public NamedReference[] filterAttributes() {
    if (request.aggregation().isPresent()) {
      return new NamedReference[0];
    }
    List<NamedReference> references = new ArrayList<>();
    for (StructField column : request.constants().fields()) {
      if (!(column.dataType() instanceof StructType)) {
        references.add(Expressions.column(quoted(column.name())));
      }
    }
    return references.toArray(NamedReference[]::new);
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public void filter(Predicate[] predicates) {
    RuntimeFilter filter = RuntimeFilter.of(predicates, request.constants());
    plan =
        plan.keep(
            file ->
                filter.test(
                    snapshot.constants().values(request.constants(), file, snapshot.slice(file))));
  }

  @Override
  public int files() {
    return plan.files().size();
  }

  @Override
  public long bytes() {
    return plan.kept().bytes();
  }

  @Override
  public Statistics estimateStatistics() {
    double share = share(request.readSchema(), snapshot.tableSchema());
    double factor = SessionConf.of(snapshot.session()).fileCompressionFactor();
    long size = (long) (plan.kept().bytes() * factor * share);
    OptionalLong rows = snapshot.rows(plan.files());
    return new Statistics() {
      @Override
      public OptionalLong sizeInBytes() {
        return OptionalLong.of(size);
      }

      @Override
      public OptionalLong numRows() {
        return request.constantFilters().isEmpty() ? rows : OptionalLong.empty();
      }
    };
  }

  /** The part of a row that is read, by the types' default sizes, as Spark estimates it. */
  private static double share(StructType read, StructType table) {
    return table.isEmpty() ? 1 : Math.min(1.0, (double) read.defaultSize() / table.defaultSize());
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return ScanMetric.all();
  }

  @Override
  public CustomTaskMetric[] reportDriverMetrics() {
    return ScanMetric.values(plan.kept(), plan.dropped(), snapshot.listed());
  }

  @Override
  public String description() {
    return new ScanDescription(snapshot, request, plan).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FolderScan that
        && snapshot.equals(that.snapshot)
        && request.equals(that.request)
        && plan.files().equals(that.plan.files());
  }

  @Override
  public int hashCode() {
    return Objects.hash(snapshot, request);
  }
}
