package dev.almanac.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Flat rows as a Parquet file, by Parquet's own writer: thousands of small files in a minute. */
final class ParquetRows {

  private ParquetRows() {}

  static void write(List<Row> rows, StructType schema, Path file) throws IOException {
    MessageType type = messageType(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (Row row : rows) {
        writer.write(group(row, type));
      }
    }
  }

  private static MessageType messageType(StructType schema) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (StructField field : schema.fields()) {
      message.addField(type(field));
    }
    return message.named("row");
  }

  private static Type type(StructField field) {
    Type.Repetition repetition =
        field.nullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    if (field.dataType() instanceof LongType) {
      return Types.primitive(PrimitiveTypeName.INT64, repetition).named(field.name());
    } else if (field.dataType() instanceof IntegerType) {
      return Types.primitive(PrimitiveTypeName.INT32, repetition).named(field.name());
    } else if (field.dataType() instanceof DoubleType) {
      return Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(field.name());
    } else if (field.dataType() instanceof StringType) {
      return Types.primitive(PrimitiveTypeName.BINARY, repetition)
          .as(LogicalTypeAnnotation.stringType())
          .named(field.name());
    } else if (field.dataType() instanceof DateType) {
      return Types.primitive(PrimitiveTypeName.INT32, repetition)
          .as(LogicalTypeAnnotation.dateType())
          .named(field.name());
    } else if (field.dataType() instanceof DecimalType decimal && decimal.precision() <= 18) {
      return Types.primitive(PrimitiveTypeName.INT64, repetition)
          .as(LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision()))
          .named(field.name());
    }
    throw new IllegalArgumentException("No Parquet type is known for " + field);
  }

  private static Group group(Row row, MessageType type) {
    Group group = new SimpleGroup(type);
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value instanceof Long number) {
        group.add(i, number);
      } else if (value instanceof Integer number) {
        group.add(i, number);
      } else if (value instanceof Double number) {
        group.add(i, number);
      } else if (value instanceof String text) {
        group.add(i, text);
      } else if (value instanceof LocalDate date) {
        group.add(i, Math.toIntExact(date.toEpochDay()));
      } else if (value instanceof BigDecimal decimal) {
        group.add(i, decimal.unscaledValue().longValueExact());
      }
    }
    return group;
  }
}
