package dev.almanac.format;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.format.arrow.ArrowFormat;
import dev.almanac.format.text.CsvFormat;
import dev.almanac.format.text.JsonFormat;
import dev.almanac.store.FormatOptions;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All formats by name; a new one is a class and a line here. */
public final class Formats {

  private static final Map<String, DataFormat> BY_NAME =
      Stream.of(
              new CheckedFormat(new ParquetFormat(), false),
              new CheckedFormat(new OrcFormat(), false),
              new CheckedFormat(new AvroFormat(), false),
              new CheckedFormat(new ArrowFormat(), false),
              new CheckedFormat(new JsonFormat(), true),
              new CheckedFormat(new CsvFormat("csv", ",", FormatOptions.CSV), true),
              new CheckedFormat(new CsvFormat("tsv", "\t", FormatOptions.TSV), true),
              new CheckedFormat(new CsvFormat("psv", "|", FormatOptions.PSV), true))
          .collect(Collectors.toUnmodifiableMap(CheckedFormat::name, format -> format));

  private Formats() {}

  /** The format of a name such as {@code parquet}, in any case. */
  public static DataFormat named(String name) {
    DataFormat format = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    if (format == null) {
      throw AlmanacException.of(
          Condition.UNSUPPORTED,
          "Cannot read files of format %s: the formats are %s."
              .formatted(
                  name, BY_NAME.keySet().stream().sorted().collect(Collectors.joining(", "))));
    }
    return format;
  }
}
