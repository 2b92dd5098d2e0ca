package dev.almanac.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JsonInferSchema;
import org.apache.spark.sql.catalyst.util.DropMalformedMode$;
import org.apache.spark.sql.catalyst.util.FailFastMode$;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Function2;

/**
 * Finds the columns of JSON records as {@code spark.read.json} does, but without a Spark job.
 *
 * <p>Internal: {@link JsonInferSchema}, for its rules of which types make which.
 */
public final class JsonInference {

  private final JSONOptions options;
  private final boolean caseSensitive;
  private final JsonInferSchema types;
  private final Function2<DataType, DataType, DataType> merge;
  private final JsonFactory factory;
  private DataType merged = new StructType();
  private boolean foundRecord;

  JsonInference(JSONOptions options, boolean caseSensitive) {
    this.options = options;
    this.caseSensitive = caseSensitive;
    this.types = new JsonInferSchema(options);
    this.merge =
        JsonInferSchema.compatibleRootType(
            options.columnNameOfCorruptRecord(), options.parseMode());
    this.factory = options.buildJsonFactory();
  }

  /** Takes a line into account. */
  public void add(Text line) throws IOException {
    try (JsonParser record = JsonText.parser(options, factory, line)) {
      add(record);
    }
  }

  /**
   * Takes a text of documents into account.
   *
   * @param most the number of documents after which to stop
   */
  public void addDocuments(InputStream text, int most) throws IOException {
    try (JsonParser parser = JsonText.parser(options, factory, text)) {
      JsonDocuments documents = new JsonDocuments(parser);
      for (int count = 0; count < most && documents.next(); count++) {
        add(documents.record());
      }
    }
  }

  /** Whether anything was added that is an object, rather than something broken or a bare value. */
  public boolean foundRecord() {
    return foundRecord;
  }

  /** The columns of all that was added, in the order of their names. */
  public StructType columns() {
    scala.Option<DataType> columns = types.canonicalizeType(merged, options);
    StructType found =
        columns.isDefined() && columns.get() instanceof StructType struct
            ? struct
            : new StructType();
    return caseSensitive ? found : (StructType) oneSpelling(found);
  }

  private void add(JsonParser record) throws IOException {
    try {
      record.nextToken();
      DataType type = types.inferField(record);
      foundRecord |= type instanceof StructType || isArrayOfRecords(type);
      merged = merge.apply(merged, type);
    } catch (RuntimeException
        | JsonProcessingException
        | MalformedInputException
        | CharConversionException e) {
      addBroken(e);
    }
  }

  private void addBroken(Exception error) throws IOException {
    if (options.parseMode() == FailFastMode$.MODULE$) {
      throw new IOException("malformed record: " + error.getMessage(), error);
    }
    if (options.parseMode() != DropMalformedMode$.MODULE$) {
      merged =
          merge.apply(
              merged,
              new StructType().add(options.columnNameOfCorruptRecord(), DataTypes.StringType));
    }
  }

  private static boolean isArrayOfRecords(DataType type) {
    return type instanceof ArrayType array && array.elementType() instanceof StructType;
  }

  /**
   * Makes one column of those whose names differ in case only: a session that does not tell upper
   * from lower case could not ask for either. Of the names, the last in order stays: {@code id}
   * rather than {@code ID}.
   */
  private static DataType oneSpelling(DataType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(oneSpelling(array.elementType()), array.containsNull());
    }
    if (type instanceof MapType || !(type instanceof StructType struct)) {
      return type;
    }
    Map<String, StructField> fields = new LinkedHashMap<>();
    for (StructField field : struct.fields()) {
      fields.merge(
          field.name().toLowerCase(Locale.ROOT),
          field,
          (first, second) ->
              new StructField(
                  second.name(),
                  JsonInferSchema.compatibleType(
                      first.dataType(), second.dataType(), DataTypes.StringType),
                  true,
                  second.metadata()));
    }
    List<StructField> spelled = new ArrayList<>();
    for (StructField field : fields.values()) {
      spelled.add(
          new StructField(field.name(), oneSpelling(field.dataType()), true, field.metadata()));
    }
    return new StructType(spelled.toArray(StructField[]::new));
  }
}
