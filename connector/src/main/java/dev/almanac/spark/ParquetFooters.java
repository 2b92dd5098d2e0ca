package dev.almanac.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.Footer;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFooterReader;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructType;

/**
 * Reads footers of Parquet files, with one open each.
 *
 * <p>Internal: Spark's mapping of Parquet types, which also reads the Spark schema that Spark
 * leaves in the footers it writes. Its public face, {@code spark.read.parquet}, runs a job for
 * that.
 */
public final class ParquetFooters {

  private ParquetFooters() {}

  /** A footer with all its row groups. */
  public static ParquetMetadata read(Path path, long fileLength, Configuration hadoop)
      throws IOException {
    FileStatus status = new FileStatus(fileLength, false, 0, 0, 0, path); // spares asking for it
    return ParquetFooterReader.readFooter(
        HadoopInputFile.fromStatus(status, hadoop), ParquetMetadataConverter.NO_FILTER);
  }

  /** The columns that a footer describes, as {@code spark.read.parquet} has them. */
  public static StructType columns(Path path, ParquetMetadata footer, SparkSession session) {
    return ParquetFileFormat.readSchemaFromFooter(
        new Footer(path, footer), new ParquetToSparkSchemaConverter(SessionConf.of(session)));
  }
}
