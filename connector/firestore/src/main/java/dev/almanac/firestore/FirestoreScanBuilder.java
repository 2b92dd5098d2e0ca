package dev.almanac.firestore;

import dev.almanac.spark.PredicateScanBuilder;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.types.StructType;

/** Takes what Spark pushes down to a collection: filters, aggregates, a limit, columns. */
final class FirestoreScanBuilder extends PredicateScanBuilder
    implements SupportsPushDownRequiredColumns, SupportsPushDownLimit, SupportsPushDownAggregates {

  private final Snapshot snapshot;
  private PushedFilters filters = PushedFilters.NONE;
  private Optional<PushedAggregates> aggregates = Optional.empty();
  private StructType required;
  private long limit = Long.MAX_VALUE;

  FirestoreScanBuilder(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.required = snapshot.columns();
  }

  @Override
  protected List<Boolean> filter(List<QueryFilter> wanted) {
    filters = PushedFilters.of(wanted, snapshot.finder(), snapshot.settings().filters());
    return filters.evaluated();
  }

  @Override
  public boolean supportCompletePushDown(Aggregation wanted) {
    return translated(wanted).isPresent();
  }

  @Override
  public boolean pushAggregation(Aggregation wanted) {
    aggregates = translated(wanted);
    return aggregates.isPresent();
  }

  private Optional<PushedAggregates> translated(Aggregation wanted) {
    Settings settings = snapshot.settings();
    boolean possible =
        settings.aggregates() && filters.post().isEmpty() && !snapshot.collection().needsMatching();
    // A sum of a column besides a filter, or of a group, takes an index that the user has to make.
    boolean indexed =
        settings.filters() == PushedFilters.Mode.ALL
            || (filters.terms().isEmpty() && snapshot.collection().single());
    return possible
        ? PushedAggregates.of(wanted, snapshot.finder(), settings.ansi())
            .filter(
                it ->
                    indexed
                        || it.functions().stream()
                            .allMatch(one -> one.kind() == PushedAggregates.Kind.COUNT))
        : Optional.empty();
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
  public Scan build() {
    return new FirestoreScan(
        snapshot,
        new ScanRequest(
            aggregates.map(PushedAggregates::schema).orElse(required), filters, aggregates, limit));
  }
}
