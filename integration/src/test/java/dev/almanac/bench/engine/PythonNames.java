package dev.almanac.bench.engine;

import dev.almanac.bench.data.BenchmarkData;
import dev.almanac.bench.scenario.Question;
import java.util.stream.Collectors;

/** What libraries of Python call the data. */
final class PythonNames {

  private PythonNames() {}

  /** A lazy frame of the slice's files, in the language of Polars. */
  static Question.Names polars(SliceFiles files) {
    return slice -> {
      String list =
          files.files(slice).stream()
              .map(file -> "'" + file + "'")
              .collect(Collectors.joining(", ", "[", "]"));
      return switch (slice.dataSet().extension()) {
        case "parquet" -> "pl.scan_parquet(" + list + ")";
        case "arrow" -> "pl.scan_ipc(" + list + ")";
        default -> "pl.scan_ndjson(" + list + ")";
      };
    };
  }

  /** A path below the folder that Opteryx is started in, with its clause for dates. */
  static Question.Names opteryx(BenchmarkData data) {
    return slice ->
        "%s.%s %s"
            .formatted(
                data.folder(slice.dataSet().kind()).getFileName(),
                slice.dataSet().tableName(),
                slice.datesClause());
  }
}
