package dev.almanac.format.text;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.format.DataFormat;
import dev.almanac.format.FileReader;
import dev.almanac.format.FileSchema;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FormatContext;
import dev.almanac.format.ReadRequest;
import dev.almanac.format.json.PlainTypes;
import dev.almanac.spark.JsonInference;
import dev.almanac.spark.JsonText;
import dev.almanac.spark.SessionConf;
import dev.almanac.spark.SparkFileFormat;
import dev.almanac.store.FormatOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.mapreduce.lib.input.LineRecordReader;
import org.apache.spark.sql.types.StructType;

/**
 * JSON lines, plain or compressed, with the results of Spark's parser, which reads all that is out
 * of the ordinary. Options {@code json.*} are those of {@code spark.read.json}; with {@code
 * json.multiLine = true} a file is one text of documents, each over any number of lines, or an
 * array of them.
 */
public final class JsonFormat implements DataFormat {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public boolean splittable(String path, FormatContext context) {
    return Compression.ofPath(path) == Compression.NONE && !json(context).multiLine();
  }

  /**
   * Not where whether a record is malformed decides about what is returned: the columns that are
   * parsed then are not only those.
   */
  @Override
  public boolean columnar(StructType readSchema, FormatContext context) {
    JsonText json = json(context);
    return readsColumns(json, context)
        && !json.dropsMalformed()
        && !Arrays.asList(readSchema.fieldNames()).contains(json.corruptColumn())
        && PlainTypes.canRead(readSchema)
        && SparkFileFormat.columnarPlan(context.session(), readSchema);
  }

  /** Whether to read lines into columns: unless something says that lines are no ordinary ones. */
  private static boolean readsColumns(JsonText json, FormatContext context) {
    return json.ordinary()
        && context.hadoop().get(LineRecordReader.MAX_LINE_LENGTH) == null
        && !FormatOptions.SPARK.equalsIgnoreCase(
            context.options().get(FormatOptions.JSON_READER.key()));
  }

  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) throws IOException {
    JsonText json = json(context);
    try {
      return SessionConf.with(context.session(), () -> infer(file, json, context));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static FileSchema infer(FileSlice file, JsonText json, FormatContext context) {
    JsonInference inference = json.inference();
    boolean anyText;
    try {
      anyText = sample(file, json, inference, context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (anyText && !inference.foundRecord()) {
      throw AlmanacException.of(
          Condition.CANNOT_READ_FILE,
          json.multiLine()
              ? "Cannot infer the columns of %s: it holds no JSON object.".formatted(file.path())
              : ("Cannot infer the columns of %s: no line of it is a JSON object. If it holds JSON"
                      + " over several lines, set json.multiLine = true for the store.")
                  .formatted(file.path()));
    }
    return new FileSchema(inference.columns());
  }

  private static boolean sample(
      FileSlice file, JsonText json, JsonInference inference, FormatContext context)
      throws IOException {
    int most = context.schemaSampleRows();
    if (json.multiLine()) {
      try (InputStream text = TextFiles.open(file, context.hadoop())) {
        inference.addDocuments(text, most);
      }
      return true;
    }
    int count = 0;
    try (Lines lines = Lines.open(file, json.lineSeparator(), context.hadoop())) {
      for (; count < most && lines.next(); ) {
        if (lines.line().getLength() > 0) {
          inference.add(lines.line());
          count++;
        }
      }
    }
    return count > 0;
  }

  @Override
  public boolean declaresTypes() {
    return false;
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    JsonText json = json(context);
    return JsonReader.of(json, readsColumns(json, context), request, context.hadoopForExecutors());
  }

  private JsonText json(FormatContext context) {
    Map<String, String> options = context.optionsOf(FormatOptions.JSON);
    return JsonText.of(context.session(), options);
  }
}
