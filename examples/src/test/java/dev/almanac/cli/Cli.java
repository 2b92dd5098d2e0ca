package dev.almanac.cli;

import dev.almanac.SharedSpark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * Runs the command as {@code ./almanac} would, in this JVM.
 *
 * @param directory the current directory
 * @param input what is piped in
 * @param screen the columns of the terminal on the output, 0 for none
 * @param environment its variables
 */
record Cli(
    Path directory, String input, int screen, Map<String, String> environment, Sessions sessions) {

  /** What came of a run. */
  record Result(int code, String out, String err) {}

  static Cli in(Path directory) {
    return new Cli(directory, "", 0, Map.of("LANG", "C.UTF-8"), Cli::open);
  }

  Cli withInput(String text) {
    return new Cli(directory, text, screen, environment, sessions);
  }

  Cli onScreen(int columns) {
    return new Cli(directory, input, columns, environment, sessions);
  }

  Cli with(Sessions other) {
    return new Cli(directory, input, screen, environment, other);
  }

  /** Stops where Spark would be started, and tells with what. */
  Cli stoppingBeforeSpark(Consumer<Map<String, String>> conf) {
    return with(
        settings -> {
          conf.accept(settings.conf());
          throw new IllegalStateException("settings taken");
        });
  }

  Cli withVariables(Map<String, String> variables) {
    return new Cli(directory, input, screen, variables, sessions);
  }

  Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            Messages.to(err, 0),
            directory,
            false,
            screen,
            environment);
    int code = Main.run(args, console, sessions);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A session with what the command asked for, as far as a session decides it. */
  private static Sessions.Lease open(SessionSettings settings) {
    SparkSession spark = SharedSpark.newSession();
    settings
        .conf()
        .forEach(
            (key, value) -> {
              if (key.startsWith("spark.sql.catalog.") || spark.conf().isModifiable(key)) {
                spark.conf().set(key, value);
              }
            });
    spark.conf().set("spark.sql.shuffle.partitions", "2");
    SparkSession.setActiveSession(spark); // as the only one is
    return new Sessions.Lease() {
      @Override
      public SparkSession spark() {
        return spark;
      }

      @Override
      public void close() {} // the JVM's Spark goes on
    };
  }
}
