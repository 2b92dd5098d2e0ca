package dev.almanac.mongodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonDocument;

/** Takes what Spark pushes down to a collection: filters, a count, a limit, columns. */
final class MongoScanBuilder
    implements SupportsPushDownV2Filters,
        SupportsPushDownAggregates,
        SupportsPushDownLimit,
        SupportsPushDownRequiredColumns {

  /** So few documents come quicker from one cursor than it takes to divide the collection. */
  private static final int SMALL_LIMIT = 10_000;

  private final MongoTable table;
  private final Filters filters;
  private final List<Predicate> pushed = new ArrayList<>();
  private final List<BsonDocument> queries = new ArrayList<>();
  private StructType columns;
  private long limit = ReadRequest.NO_LIMIT;
  private boolean counts;

  @SuppressWarnings("deprecation") // Table.schema: the columns as one type
  MongoScanBuilder(MongoTable table) {
    this.table = table;
    this.columns = table.schema();
    this.filters = new Filters(table.schema(), table.collection().info().collated(), isStrict());
  }

  private boolean isStrict() {
    return table.collection().settings().mode() == MongoSettings.Mode.FAILFAST;
  }

  @Override
  public Predicate[] pushPredicates(Predicate[] predicates) {
    List<Predicate> rest = new ArrayList<>();
    for (Predicate predicate : predicates) {
      Optional<Pushed> translated = filters.translate(predicate);
      translated.ifPresent(
          found -> {
            pushed.add(predicate);
            queries.add(found.query());
          });
      if (!translated.map(Pushed::exact).orElse(false)) {
        rest.add(predicate);
      }
    }
    return rest.toArray(Predicate[]::new);
  }

  @Override
  public Predicate[] pushedPredicates() {
    return pushed.toArray(Predicate[]::new);
  }

  @Override
  public boolean supportCompletePushDown(Aggregation aggregation) {
    return isCount(aggregation);
  }

  /** The server counts documents; where some of them are dropped when they are read, Spark must. */
  @Override
  public boolean pushAggregation(Aggregation aggregation) {
    counts = isCount(aggregation);
    return counts;
  }

  private boolean isCount(Aggregation aggregation) {
    return aggregation.groupByExpressions().length == 0
        && aggregation.aggregateExpressions().length == 1
        && aggregation.aggregateExpressions()[0] instanceof CountStar
        && isStrict();
  }

  @Override
  public boolean pushLimit(int rows) {
    if (isStrict()) {
      limit = rows;
    }
    return isStrict();
  }

  /** A small limit is read as one partition, so that it holds for all. */
  @Override
  public boolean isPartiallyPushed() {
    return partitioner() != PartitionerName.SINGLE;
  }

  private PartitionerName partitioner() {
    return counts || limit <= SMALL_LIMIT
        ? PartitionerName.SINGLE
        : table.collection().partitioner();
  }

  @Override
  public void pruneColumns(StructType required) {
    columns = required;
  }

  @Override
  public Scan build() {
    StructType wanted = counts ? new StructType().add("count(*)", DataTypes.LongType) : columns;
    ReadRequest request = new ReadRequest(List.copyOf(queries), wanted, limit, counts);
    return new MongoScan(table, request, partitioner());
  }
}
