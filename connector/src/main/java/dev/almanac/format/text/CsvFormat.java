package dev.almanac.format.text;

import dev.almanac.format.DataFormat;
import dev.almanac.format.FileReader;
import dev.almanac.format.FileSchema;
import dev.almanac.format.FileSlice;
import dev.almanac.format.FormatContext;
import dev.almanac.format.ReadRequest;
import dev.almanac.spark.CsvInference;
import dev.almanac.spark.CsvText;
import dev.almanac.spark.SessionConf;
import dev.almanac.store.FormatOptions;
import dev.almanac.store.Option;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * Delimited text, plain or compressed, by Spark's parser. Columns are matched by the names in each
 * file's own first line, so files of one dataset may have them in any order, and lack some.
 *
 * <p>Options {@code csv.*} are those of {@code spark.read.csv} and hold for every delimited format;
 * {@code tsv.*} and {@code psv.*} for that one only. Other than in Spark, there is a header, types
 * are inferred, quoted values may hold line ends, and quotes are escaped as the file does it,
 * unless the options say otherwise. As a line end may belong to a value, files are split only with
 * {@code csv.multiLine = false}.
 */
public final class CsvFormat implements DataFormat {

  private final String name;
  private final String delimiter;
  private final Option own;

  /**
   * A delimited format.
   *
   * @param name also the prefix of its options
   * @param delimiter what stands between values, unless the options say
   * @param own the options of this format alone
   */
  public CsvFormat(String name, String delimiter, Option own) {
    this.name = name;
    this.delimiter = delimiter;
    this.own = own;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean splittable(String path, FormatContext context) {
    return Compression.ofPath(path) == Compression.NONE && !csv(context).multiLine();
  }

  @Override
  public boolean columnar(StructType readSchema, FormatContext context) {
    return false;
  }

  @Override
  public FileSchema inferSchema(FileSlice file, FormatContext context) throws IOException {
    CsvText csv = csv(context);
    try (BufferedInputStream text = TextFiles.open(file, context.hadoop())) {
      CsvHead head = CsvHead.of(text, csv);
      return SessionConf.with(
          context.session(),
          () -> {
            CsvInference inference = head.dialect().inference(head.names());
            int most = context.schemaSampleRows();
            if (csv.multiLine()) {
              inference.add(text, most);
            } else {
              inference.add(
                  new LineStrings(Lines.of(text, csv.lineSeparator()), csv.charset()), most);
            }
            return new FileSchema(inference.columns());
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean declaresTypes() {
    return false;
  }

  @Override
  public FileReader reader(ReadRequest request, FormatContext context) {
    return new CsvReader(
        csv(context),
        request.tableSchema(),
        request.readSchema(),
        request.opened(),
        context.hadoopForExecutors());
  }

  private CsvText csv(FormatContext context) {
    Map<String, String> options = context.optionsOf(FormatOptions.CSV);
    if (!own.equals(FormatOptions.CSV)) {
      options.remove("sep"); // a store may set it for its .csv files, and have .tsv files too
      options.remove("delimiter");
      options.putAll(context.optionsOf(own));
    }
    return CsvText.of(context.session(), options, delimiter);
  }
}
