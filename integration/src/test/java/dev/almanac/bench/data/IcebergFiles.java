package dev.almanac.bench.data;

import dev.almanac.bench.data.DeepData.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;

/** Makes a table of Iceberg's of a history's files where they lie. */
final class IcebergFiles {

  private IcebergFiles() {}

  static void register(SparkSession spark, String name, Path dataset) throws IOException {
    spark.sql("DROP TABLE IF EXISTS " + name);
    spark.sql(
        "CREATE TABLE "
            + name
            + " (id BIGINT, name STRING, day DATE, hour INT) USING iceberg"
            + " PARTITIONED BY (day, hour)");
    Table table = load(spark, name);
    table
        .updateProperties()
        .set(
            TableProperties.DEFAULT_NAME_MAPPING, // the files know nothing of Iceberg's numbers
            NameMappingParser.toJson(MappingUtil.create(table.schema())))
        .commit();
    AppendFiles append = table.newAppend();
    for (Path file : Folders.files(dataset, "parquet")) {
      Place place = Place.of(dataset.relativize(file));
      append.appendFile(
          DataFiles.builder(table.spec())
              .withPath(file.toUri().toString())
              .withFormat(FileFormat.PARQUET)
              .withFileSizeInBytes(Files.size(file))
              .withRecordCount(1)
              .withPartitionPath("day=%s/hour=%d".formatted(place.day(), place.hour()))
              .build());
    }
    append.commit();
  }

  private static Table load(SparkSession spark, String name) {
    try {
      return Spark3Util.loadIcebergTable(spark, name);
    } catch (ParseException | NoSuchTableException e) {
      throw new IllegalStateException("Cannot load the table that was just made, " + name, e);
    }
  }
}
