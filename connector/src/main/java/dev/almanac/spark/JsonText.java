package dev.almanac.spark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.io.Text;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.json.CreateJacksonParser;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JSONOptionsInRead;
import org.apache.spark.sql.catalyst.json.JacksonParser;
import org.apache.spark.sql.catalyst.util.DropMalformedMode$;
import org.apache.spark.sql.catalyst.util.FailureSafeParser;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * JSON text by Spark's own parser, with the options of {@code spark.read.json}.
 *
 * <p>Internal: {@link JSONOptions}, {@link JacksonParser} and {@link FailureSafeParser}, so that
 * values, modes and corrupt records come out as from {@code spark.read.json}. Its public face takes
 * paths, and opens them by itself: that would leave out zstd and split gzip wrongly.
 */
public final class JsonText implements Serializable {

  private static final long serialVersionUID = 1L;

  private final JSONOptions options;
  private final boolean caseSensitive;
  private final boolean ordinary;

  private JsonText(JSONOptions options, boolean caseSensitive, boolean ordinary) {
    this.options = options;
    this.caseSensitive = caseSensitive;
    this.ordinary = ordinary;
  }

  /** With options of {@code spark.read.json}, and the session's settings. */
  public static JsonText of(SparkSession session, Map<String, String> options) {
    SQLConf conf = SessionConf.of(session);
    return SessionConf.with(
        session,
        () ->
            new JsonText(
                new JSONOptionsInRead(
                    scala.collection.immutable.Map.from(CollectionConverters.asScala(options)),
                    conf.sessionLocalTimeZone(),
                    conf.columnNameOfCorruptRecord()),
                conf.caseSensitiveAnalysis(),
                isOrdinary(options, conf)));
  }

  /** Options by which strict JSON in UTF-8, a record a line, can come out as something else. */
  private static final List<String> UNORDINARY =
      List.of(
          "lineSep",
          "encoding",
          "charset",
          "maxNestingDepth",
          "maxNumLen",
          "maxStringLen",
          "singleVariantColumn");

  private static boolean isOrdinary(Map<String, String> options, SQLConf conf) {
    return options.keySet().stream()
            .noneMatch(key -> UNORDINARY.stream().anyMatch(key::equalsIgnoreCase))
        && Boolean.parseBoolean(
            conf.getConfString("spark.sql.json.enableExactStringParsing", "true"));
  }

  /**
   * Whether lines are what they mostly are: strict JSON in UTF-8 means what the standard says, and
   * a column of strings has other values as they are written.
   */
  public boolean ordinary() {
    return ordinary && !multiLine();
  }

  /** Whether keys have to be spelled as the columns. */
  public boolean caseSensitive() {
    return caseSensitive;
  }

  /** Reads the text of values of a type of dates or timestamps; inside a task. */
  public TimeText times(DataType type) {
    return TimeText.of(type, options);
  }

  /** Whether a file is one text of documents, rather than one document a line. */
  public boolean multiLine() {
    return options.multiLine();
  }

  /** What ends a line, if the options say. */
  public Optional<byte[]> lineSeparator() {
    return options.lineSeparatorInRead().isDefined()
        ? Optional.of(options.lineSeparatorInRead().get())
        : Optional.empty();
  }

  /** The column that takes the text of records that do not parse, if a schema has it. */
  public String corruptColumn() {
    return options.columnNameOfCorruptRecord();
  }

  /** Whether records that do not parse are left out. */
  public boolean dropsMalformed() {
    return options.parseMode() == DropMalformedMode$.MODULE$;
  }

  /** A parser of lines into rows of these columns; for one thread. */
  public LineParser lineParser(StructType columns) {
    Optional<AnyCase> anyCase = anyCase(columns);
    FailureSafeParser<Text> parser =
        parser(
            columns,
            (factory, line) -> AnyCase.apply(anyCase, parser(options, factory, line)),
            line -> UTF8String.fromBytes(line.getBytes(), 0, line.getLength()));
    return parser::parse;
  }

  /** Turns one line into any number of rows; the rows are reused. */
  @FunctionalInterface
  public interface LineParser {
    Iterator<InternalRow> parse(Text line);
  }

  /** The keys of a line's record, not those inside its values; none where it is no record. */
  public List<String> keys(Text line) throws IOException {
    List<String> keys = new ArrayList<>();
    try (JsonParser record = parser(options, options.buildJsonFactory(), line)) {
      if (record.nextToken() == JsonToken.START_OBJECT) {
        while (record.nextToken() == JsonToken.FIELD_NAME) {
          keys.add(record.currentName());
          record.nextToken();
          record.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      return List.of(); // what is broken is for the parser of rows to say
    }
    return keys;
  }

  /**
   * Reads a whole text of documents into rows of these columns; closing closes the text.
   *
   * @param wholeText gives all of the text once more, for {@link #corruptColumn}
   */
  public PartitionReader<InternalRow> documents(
      StructType columns, InputStream text, Supplier<UTF8String> wholeText) throws IOException {
    Optional<AnyCase> anyCase = anyCase(columns);
    FailureSafeParser<JsonDocuments> parser =
        parser(
            columns,
            (factory, documents) -> AnyCase.apply(anyCase, documents.record()),
            documents -> wholeText.get());
    return new JsonDocumentReader(parser(options, options.buildJsonFactory(), text), parser::parse);
  }

  /** Finds the columns of records; for one thread, inside {@link SessionConf#with}. */
  public JsonInference inference() {
    return new JsonInference(options, caseSensitive);
  }

  static JsonParser parser(JSONOptions options, JsonFactory factory, Text line) {
    return options.encoding().isDefined()
        ? CreateJacksonParser.text(options.encoding().get(), factory, line)
        : CreateJacksonParser.text(factory, line);
  }

  static JsonParser parser(JSONOptions options, JsonFactory factory, InputStream text) {
    return options.encoding().isDefined()
        ? CreateJacksonParser.inputStream(options.encoding().get(), factory, text)
        : CreateJacksonParser.inputStream(factory, text);
  }

  private <T> FailureSafeParser<T> parser(
      StructType columns,
      Function2<JsonFactory, T, JsonParser> createParser,
      Function1<T, UTF8String> recordText) {
    // No filters: of a record that has a key twice, Spark would test the first value and keep the
    // last.
    JacksonParser jackson =
        new JacksonParser(Columns.without(columns, corruptColumn()), options, true, none());
    return new FailureSafeParser<>(
        record -> jackson.parse(record, createParser, recordText),
        options.parseMode(),
        columns,
        corruptColumn());
  }

  private Optional<AnyCase> anyCase(StructType columns) {
    return caseSensitive ? Optional.empty() : Optional.of(new AnyCase(columns));
  }

  @SuppressWarnings("unchecked") // an empty list has elements of any type
  private static <T> Seq<T> none() {
    return (Seq<T>) (Seq<?>) Nil$.MODULE$;
  }
}
