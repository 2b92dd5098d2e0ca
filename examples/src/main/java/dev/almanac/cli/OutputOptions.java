package dev.almanac.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how results are written, and where to. */
final class OutputOptions {

  private static final int ROWS_ON_A_SCREEN = 1000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "One of: ${COMPLETION-CANDIDATES}. Default: what the name of the output ends in, or table.")
  private ResultFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the results to a file.")
  private Path output;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "ROWS",
      description =
          "At most so many rows of each result; 0 for all. Default: 1000 for a table on a terminal,"
              + " else all.")
  private Integer limit;

  /** The file that results go to; none means the standard output. */
  Optional<Path> file(Console console) {
    return Optional.ofNullable(output).map(console.directory()::resolve);
  }

  /** How results become text or a file, where the options make sense. */
  ResultWriter writer(Console console) {
    ResultFormat chosen = format();
    if (chosen == ResultFormat.PARQUET && output == null) {
      throw wrong("Parquet is no text: name a file to write it to with --output");
    } else if (limit != null && (limit < 0 || limit == Integer.MAX_VALUE)) {
      throw wrong("--limit takes a number of rows, or 0 for all of them, and not " + limit);
    }
    Optional<Path> folder = file(console).map(file -> file.toAbsolutePath().getParent());
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw wrong("Cannot write " + output + ": there is no folder " + folder.get());
    }
    if (file(console).filter(Files::isDirectory).isPresent()) {
      throw wrong("Cannot write " + output + ": it is a folder");
    }
    int screen = output == null ? console.screen() : 0;
    boolean brief = limit == null && chosen == ResultFormat.TABLE && screen > 0;
    return new ResultWriter(chosen, brief ? ROWS_ON_A_SCREEN : limit == null ? 0 : limit, screen);
  }

  private ResultFormat format() {
    if (format != null) {
      return format;
    }
    return Optional.ofNullable(output)
        .flatMap(file -> ResultFormat.ofFileName(file.toString()))
        .orElse(ResultFormat.TABLE);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
