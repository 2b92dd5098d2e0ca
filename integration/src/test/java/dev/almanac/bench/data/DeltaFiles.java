package dev.almanac.bench.data;

import dev.almanac.bench.data.DeepData.Place;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Makes a table of Delta's of a history's files where they lie: its first commit, as Delta's
 * protocol has it, and a checkpoint of that.
 */
final class DeltaFiles {

  private static final String PROTOCOL =
      "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}";
  private static final String METADATA =
      "{\"metaData\":{\"id\":\"00000000-0000-0000-0000-000000000000\",\"format\":"
          + "{\"provider\":\"parquet\",\"options\":{}},\"schemaString\":\"%s\","
          + "\"partitionColumns\":[\"day\",\"hour\"],\"configuration\":{},\"createdTime\":0}}";
  private static final String ADD =
      "{\"add\":{\"path\":\"%s\",\"partitionValues\":{\"day\":\"%s\",\"hour\":\"%d\"},\"size\":%d,"
          + "\"modificationTime\":0,\"dataChange\":true,\"stats\":\"{\\\"numRecords\\\":1}\"}}";

  private DeltaFiles() {}

  static void register(SparkSession spark, Path table, Path dataset) throws IOException {
    String schema =
        StructType.fromDDL("id BIGINT, name STRING, day DATE, hour INT")
            .json()
            .replace("\"", "\\\"");
    Path log = Files.createDirectories(table.resolve("_delta_log"));
    try (BufferedWriter out = Files.newBufferedWriter(log.resolve("00000000000000000000.json"))) {
      out.write(PROTOCOL + "\n" + METADATA.formatted(schema) + "\n");
      for (Path file : Folders.files(dataset, "parquet")) {
        Place place = Place.of(dataset.relativize(file));
        out.write(ADD.formatted(file.toUri(), place.day(), place.hour(), Files.size(file)) + "\n");
      }
    }
    DeltaLog delta = DeltaLog.forTable(spark, table.toString());
    delta.checkpoint(delta.unsafeVolatileSnapshot(), Option.empty());
  }
}
