package dev.almanac.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./almanac [options] ["SELECT ..."]}. */
@Command(
    name = "almanac",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    sortOptions = false,
    description = {
      "Runs SQL over folders of dated files, on a Spark inside this process.",
      "",
      "The folders of the current directory are tables of the catalog 'lake', the current one:",
      "  almanac \"SELECT * FROM orders FOR LAST 7 DAYS\"",
      "The sample data is in lake.samples:",
      "  almanac \"SELECT name FROM lake.samples.planets FOR DATES SINCE '1700-01-01'\"",
      "Without SQL, statements are read from the input, or asked for where that is a terminal.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a statement failed, 2 wrong usage, 3 Almanac cannot be built.",
      "Environment: JAVA_HOME; ALMANAC_JAVA_OPTS, for options such as -Xmx8g; ALMANAC_ARCHIVE=off, to"
          + " start without an archive of classes."
    },
    subcommands = {CalendarCommand.class, GenerateCommand.class})
final class QueryCommand implements Callable<Integer> {

  private final Console console;
  private final Sessions sessions;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "SQL",
      description = "One argument; ';' separates statements.")
  private List<String> sql = List.of();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Read the SQL from a file.")
  private Path file;

  @Mixin private SessionOptions session;
  @Mixin private OutputOptions output;

  @Option(names = "--explain", description = "Show plans instead of running statements.")
  private boolean explain;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "No status line and no warnings: results and errors only.")
  private boolean quiet;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  private boolean debug;

  QueryCommand(Console console, Sessions sessions) {
    this.console = console;
    this.sessions = sessions;
  }

  @Override
  public Integer call() throws IOException {
    setLogLevels();
    ResultWriter writer = output.writer(console);
    SessionSettings settings = session.settings(console);
    if (sql.isEmpty() && file == null && console.interactive()) {
      try (Sessions.Lease lease = sessions.open(settings);
          StatusLine status = status(lease)) {
        return new Prompt(
                new StatementRunner(lease.spark(), writer, explain, status), console, debug)
            .run();
      }
    }
    List<String> statements = SqlScript.of(text()).all();
    if (statements.isEmpty()) {
      throw wrong("There is no SQL to run");
    }
    try (Sessions.Lease lease = sessions.open(settings);
        StatusLine status = status(lease)) {
      run(statements, new StatementRunner(lease.spark(), writer, explain, status));
    }
    return 0;
  }

  Console console() {
    return console;
  }

  private void setLogLevels() {
    if (debug) {
      Configurator.setRootLevel(Level.WARN);
    } else if (quiet) {
      Configurator.setLevel("dev.almanac", Level.OFF);
    }
  }

  /** A session for a subcommand. */
  Sessions.Lease open() {
    setLogLevels();
    return sessions.open(session.settings(console));
  }

  /** The line of the terminal that says what a session's Spark does. */
  StatusLine status(Sessions.Lease lease) {
    return StatusLine.of(
        quiet ? console.err().withoutStatus() : console.err(),
        SparkActivity.of(lease.spark().sparkContext()));
  }

  private String text() throws IOException {
    if (sql.size() > 1) {
      throw wrong("SQL is one argument: put it in quotes");
    } else if (sql.size() == 1 && file != null) {
      throw wrong("SQL comes as an argument or from a file, not both");
    } else if (sql.size() == 1) {
      return sql.get(0);
    } else if (file == null) {
      return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
    }
    Path path = console.directory().resolve(file);
    if (!Files.isReadable(path)) {
      throw wrong("Cannot read " + path);
    }
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw wrong("Cannot read " + path + ": it is not UTF-8");
    }
  }

  private void run(List<String> statements, StatementRunner runner) throws IOException {
    Optional<Path> target = output.file(console);
    if (runner.writer().format() == ResultFormat.PARQUET) {
      runner.saveLast(statements, target.orElseThrow());
      return;
    }
    try (Output out = Output.to(target, console.out())) {
      String gap = "";
      for (String statement : statements) {
        if (runner.run(statement, gap, out.writer(), console.err()).isPresent()) {
          gap = runner.writer().format().gap();
          out.writer().flush();
        }
      }
      out.commit();
    }
  }

  /** Tells the user what went wrong, and the shell. */
  int failed(Exception error) {
    if (error instanceof IOException && "Broken pipe".equals(error.getMessage())) {
      return 141; // whoever read the output has seen enough: what a shell says of SIGPIPE
    }
    if (debug) {
      error.printStackTrace(console.err());
    } else {
      console.err().println(session.asWritten(ErrorText.of(error)));
    }
    return 1;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
