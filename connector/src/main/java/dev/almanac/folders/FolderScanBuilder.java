package dev.almanac.folders;

import dev.almanac.layout.DataFile;
import dev.almanac.layout.SegmentFilter;
import dev.almanac.spark.CatalystScanBuilder;
import dev.almanac.spark.ConstantPredicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Takes what Spark pushes down to a folder dataset: filters, aggregates, a limit, columns. */
final class FolderScanBuilder extends CatalystScanBuilder
    implements SupportsPushDownRequiredColumns, SupportsPushDownLimit, SupportsPushDownAggregates {

  private final Snapshot snapshot;
  private List<ConstantPredicate> constantFilters = List.of();
  private List<Filter> dataFilters = List.of();
  private StructType required;
  private long limit = Long.MAX_VALUE;
  private FilePlan plan; // made when the filters are known
  private PushedAggregation aggregation; // null while none is pushed

  FolderScanBuilder(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.required = snapshot.tableSchema();
  }

  @Override
  protected StructType constantColumns() {
    return snapshot.constants().columns();
  }

  @Override
  protected void filtersPushed(List<ConstantPredicate> constant, List<Filter> data) {
    constantFilters = constant;
    dataFilters = data;
  }

  @Override
  public void pruneColumns(StructType requiredSchema) {
    required = requiredSchema;
  }

  @Override
  public boolean pushLimit(int rows) {
    limit = rows;
    return true;
  }

  /** Each task gives at most so many rows; Spark limits what the tasks give together. */
  @Override
  public boolean isPartiallyPushed() {
    return true;
  }

  @Override
  public boolean pushAggregation(Aggregation wanted) {
    Optional<PushedAggregation> pushed = PushedAggregation.of(wanted, snapshot, plan());
    aggregation = pushed.orElse(null);
    return pushed.isPresent();
  }

  @Override
  public Scan build() {
    List<StructField> data = new ArrayList<>();
    List<StructField> constants = new ArrayList<>();
    for (StructField column : required.fields()) {
      (snapshot.constants().contains(column.name()) ? constants : data).add(column);
    }
    ScanRequest request =
        new ScanRequest(
            new StructType(data.toArray(StructField[]::new)),
            new StructType(constants.toArray(StructField[]::new)),
            constantFilters,
            dataFilters,
            limit,
            Optional.ofNullable(aggregation));
    return new FolderScan(snapshot, request, plan());
  }

  /** Hours are lost by reading another segmentation, so not where the query uses them. */
  private SegmentFilter segmentFilter() {
    String hour = HiddenColumn.HOUR.name();
    boolean usesHours =
        List.of(required.fieldNames()).contains(hour)
            || constantFilters.stream().anyMatch(filter -> filter.mentions(hour));
    return usesHours ? SegmentFilter.NONE : SegmentFilters.of(dataFilters);
  }

  private FilePlan plan() {
    if (plan == null) {
      FilePlan selected = snapshot.select(segmentFilter());
      plan = constantFilters.isEmpty() ? selected : selected.keep(this::passes);
    }
    return plan;
  }

  private boolean passes(DataFile file) {
    StructType columns = snapshot.constants().columns();
    InternalRow values = snapshot.constants().values(columns, file, snapshot.slice(file));
    return constantFilters.stream().allMatch(filter -> filter.test(values));
  }
}
