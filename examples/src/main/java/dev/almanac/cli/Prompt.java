package dev.almanac.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkThrowable;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/**
 * Asks for statements and runs them until the input ends (Ctrl-D) or {@code exit}. A statement may
 * take many lines and ends with a semicolon. Ctrl-C drops what is being typed, or cancels the
 * statement that is running.
 */
final class Prompt {

  private static final String PROMPT = "almanac> ";
  private static final String GROUP = "almanac-prompt";
  private static final String CANCELLED = "SPARK_JOB_CANCELLED";
  private static final String HELP =
      """
      Type SQL, ended by a semicolon; it may take several lines.
        SHOW TABLES IN lake.samples;     the sample data
        SHOW TABLES;                     the folders of the current directory
        SELECT * FROM lake.samples.planets FOR DATES SINCE '1700-01-01';
      TAB completes, the arrow keys walk through the history, Ctrl-R searches it.
      Ctrl-C drops the line or cancels the running statement; exit, quit or Ctrl-D leaves.
      """;

  private final StatementRunner runner;
  private final Console console;
  private final boolean debug;

  Prompt(StatementRunner runner, Console console, boolean debug) {
    this.runner = runner;
    this.console = console;
    this.debug = debug;
  }

  /** Returns the exit code, which is 0: errors were told, and the user went on. */
  int run() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().name("almanac").system(true).build()) {
      return run(terminal, history());
    }
  }

  int run(Terminal terminal, Optional<Path> history) throws IOException {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .appName("almanac")
            .terminal(terminal)
            .parser(new StatementParser())
            .completer(new SqlCompleter(runner.spark()))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // "!" is SQL
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "      -> ");
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader reader = builder.build();
    terminal.writer().println("Spark " + runner.spark().version() + ". Type help for help.");
    terminal.handle(Signal.INT, signal -> context().cancelJobGroup(GROUP));
    while (true) {
      try {
        String text = reader.readLine(PROMPT).strip();
        switch (text.replaceFirst(";$", "").strip().toLowerCase(Locale.ROOT)) {
          case "exit", "quit" -> {
            return 0;
          }
          case "help" -> terminal.writer().print(HELP);
          default -> execute(text, terminal);
        }
      } catch (UserInterruptException e) {
        continue; // the line is dropped
      } catch (EndOfFileException e) {
        return 0;
      }
      terminal.flush();
    }
  }

  private void execute(String text, Terminal terminal) {
    context().setJobGroup(GROUP, text, true);
    for (String statement : SqlScript.of(text).all()) {
      try {
        long start = System.nanoTime();
        Optional<ResultWriter.Written> written =
            runner.run(statement, "", terminal.writer(), terminal.writer());
        double seconds = (System.nanoTime() - start) / 1e9;
        terminal
            .writer()
            .printf(
                "%s%.1f s%n%n",
                written
                    .map(w -> "%,d %s, ".formatted(w.rows(), w.rows() == 1 ? "row" : "rows"))
                    .orElse(""),
                seconds);
      } catch (Exception e) { // whatever a statement throws is told, and the prompt stays
        terminal.flush();
        tell(e);
        return;
      }
    }
  }

  private void tell(Exception error) {
    if (error instanceof SparkThrowable spark && CANCELLED.equals(spark.getCondition())) {
      console.err().println("Cancelled.");
    } else if (debug) {
      error.printStackTrace(console.err());
    } else {
      console.err().println(ErrorText.of(error));
    }
  }

  private SparkContext context() {
    return runner.spark().sparkContext();
  }

  /** Where the history is kept: as the XDG base directories have it. */
  private static Optional<Path> history() {
    String state =
        Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
            .filter(set -> !set.isEmpty())
            .orElse(System.getProperty("user.home") + "/.local/state");
    Path folder = Path.of(state, "almanac");
    try {
      return Optional.of(Files.createDirectories(folder).resolve("history"));
    } catch (IOException e) {
      return Optional.empty(); // a home that cannot be written to costs the history only
    }
  }
}
