package dev.almanac.spark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the headers of Avro files.
 *
 * <p>Internal: Spark's mapping of Avro types, in the optional module {@code spark-avro}; by
 * reflection, as it may not be there.
 */
public final class AvroHeaders {

  private AvroHeaders() {}

  /** The columns that a file's header describes; closes the stream. */
  public static StructType columns(InputStream file) throws IOException {
    try (DataFileStream<GenericRecord> header =
        new DataFileStream<>(file, new GenericDatumReader<>())) {
      return (StructType) sparkType(header.getSchema());
    }
  }

  private static DataType sparkType(Schema schema) {
    try {
      Class<?> converters =
          Class.forName(
              "org.apache.spark.sql.avro.SchemaConverters",
              true,
              Thread.currentThread().getContextClassLoader());
      Object converted = converters.getMethod("toSqlType", Schema.class).invoke(null, schema);
      return (DataType) converted.getClass().getMethod("dataType").invoke(converted);
    } catch (InvocationTargetException e) {
      throw SparkErrors.unchecked(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("spark-avro does not fit this Spark", e);
    }
  }
}
