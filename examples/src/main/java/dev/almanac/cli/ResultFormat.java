package dev.almanac.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a result can be written as. */
enum ResultFormat {
  TABLE,
  CSV,
  /** One array of objects. */
  JSON,
  /** An object per line. */
  JSONL,
  MARKDOWN,
  /** To a file only. */
  PARQUET;

  /** The format that a file's name asks for by its ending, if it does. */
  static Optional<ResultFormat> ofFileName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "md" -> Optional.of(MARKDOWN);
      case "ndjson" -> Optional.of(JSONL);
      default ->
          Arrays.stream(values()).filter(format -> format.toString().equals(ending)).findAny();
    };
  }

  /** What stands between two results of a run: what is read by the eye is set apart. */
  String gap() {
    return this == TABLE || this == MARKDOWN ? "\n" : "";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
