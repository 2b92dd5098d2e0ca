package dev.almanac.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.Footer;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFooterReader;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
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
  public static StructType columns(ParquetMetadata footer, SparkSession session) {
    FileMetaData file = footer.getFileMetaData();
    ParquetToSparkSchemaConverter converter =
        new ParquetToSparkSchemaConverter(SessionConf.of(session));
    return written(file, converter).orElseGet(() -> converter.convert(file.getSchema()));
  }

  /**
   * A file's columns, on an executor: {@code VOID} where they are not wanted, and without those
   * wanted that Spark has no type for, which its reader refuses with the better error.
   *
   * @param hadoop with {@link ParquetSettings#configuration}
   */
  static StructType columns(
      FileMetaData file, StructType wanted, boolean caseSensitive, Configuration hadoop) {
    Set<String> names =
        Arrays.stream(wanted.fieldNames())
            .map(name -> key(name, caseSensitive))
            .collect(Collectors.toSet());
    ParquetToSparkSchemaConverter converter = new ParquetToSparkSchemaConverter(hadoop);
    Optional<StructType> written = written(file, converter);
    StructType found = new StructType();
    for (Type field : file.getSchema().getFields()) {
      if (names.contains(key(field.getName(), caseSensitive))) {
        Optional<StructField> column =
            written
                .map(columns -> columns.apply(field.getName()))
                .or(() -> converted(field, converter));
        found = column.isPresent() ? found.add(column.get()) : found;
      } else {
        found = found.add(field.getName(), DataTypes.NullType);
      }
    }
    return found;
  }

  /**
   * The columns as Spark wrote them into the footer, if it did. Others copy Spark's note into files
   * with other columns: then it is not about this file.
   */
  private static Optional<StructType> written(
      FileMetaData file, ParquetToSparkSchemaConverter converter) {
    if (!file.getKeyValueMetaData().containsKey(ParquetReadSupport.SPARK_METADATA_KEY())) {
      return Optional.empty();
    }
    Set<String> names =
        file.getSchema().getFields().stream().map(Type::getName).collect(Collectors.toSet());
    StructType columns =
        ParquetFileFormat.readSchemaFromFooter(
            new Footer(NO_PATH, new ParquetMetadata(file, List.of())), converter);
    return names.equals(new HashSet<>(Arrays.asList(columns.fieldNames())))
        ? Optional.of(columns)
        : Optional.empty();
  }

  private static Optional<StructField> converted(
      Type field, ParquetToSparkSchemaConverter converter) {
    try {
      MessageType alone = new MessageType("alone", List.of(field));
      return Optional.of(converter.convert(alone).fields()[0]);
    } catch (Exception e) {
      if (e instanceof AnalysisException) { // thrown unchecked by Scala
        return Optional.empty();
      }
      throw SparkErrors.unchecked(e);
    }
  }

  private static String key(String name, boolean caseSensitive) {
    return caseSensitive ? name : name.toLowerCase(Locale.ROOT);
  }

  /** For where Spark asks for a path and does not use it. */
  private static final Path NO_PATH = new Path("none");
}
