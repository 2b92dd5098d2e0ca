package dev.almanac.mongodb;

import java.util.List;
import java.util.Locale;

/** The official connector's ways to divide a collection, and their options. */
enum PartitionerName {
  AUTO_BUCKET(
      "AutoBucketPartitioner",
      List.of("fieldList", "chunkSize", "samplesPerPartition", "partitionKeyProjectionField")),
  SAMPLE(
      "SamplePartitioner", List.of("partition.field", "partition.size", "samples.per.partition")),
  PAGINATE_BY_SIZE("PaginateBySizePartitioner", List.of("partition.field", "partition.size")),
  PAGINATE_INTO_PARTITIONS(
      "PaginateIntoPartitionsPartitioner", List.of("partition.field", "max.number.of.partitions")),
  SHARDED("ShardedPartitioner", List.of()),
  SINGLE("SinglePartitionPartitioner", List.of());

  private final String simpleName;

  @SuppressWarnings("ImmutableEnumChecker") // of List.of
  private final List<String> options;

  PartitionerName(String simpleName, List<String> options) {
    this.simpleName = simpleName;
    this.options = options;
  }

  /** By the option's value, which was validated. */
  static PartitionerName of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** As the option has it: {@code auto-bucket}. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The keys after {@code mongodb.partitioner.options.}. */
  List<String> options() {
    return options;
  }

  String className() {
    return "com.mongodb.spark.sql.connector.read.partitioner." + simpleName;
  }
}
