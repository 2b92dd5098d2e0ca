package dev.almanac.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of {@code ./almanac}. */
public final class Main {

  private static final Pattern COMMENT = Pattern.compile("(?s)--\\s.*");

  private Main() {}

  /**
   * Runs the command and ends the JVM with its exit code: 0, 1 for a failure, 2 for wrong usage.
   */
  public static void main(String[] args) {
    Console console = Console.system();
    System.setErr(console.err()); // a warning must not end up behind the status line
    int code;
    try {
      code = run(args, console, LocalSession::start);
    } catch (OutOfMemoryError e) {
      console.err().println("Out of memory: give Java more with ALMANAC_JAVA_OPTS=-Xmx8g");
      code = 1;
    } catch (Error e) { // not even a failed statement
      e.printStackTrace(console.err());
      code = 1;
    }
    System.exit(code);
  }

  static int run(String[] args, Console console, Sessions sessions) {
    QueryCommand command = new QueryCommand(console, sessions);
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(LocalDate.class, Main::date)
        .setOut(writer(console.out()))
        .setErr(writer(console.err()))
        .setParameterExceptionHandler((error, arguments) -> wrongUsage(error))
        .setExecutionExceptionHandler((error, line, parsed) -> command.failed(error))
        .execute(Arrays.stream(args).map(Main::asSql).toArray(String[]::new));
  }

  /**
   * Says what is wrong, and where the right usage is shown: all of it would push the message away.
   */
  private static int wrongUsage(ParameterException error) {
    CommandLine command = error.getCommandLine();
    command.getErr().println(error.getMessage());
    UnmatchedArgumentException.printSuggestions(error, command.getErr());
    command.getErr().println("Usage: " + command.getCommandSpec().qualifiedName() + " --help");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** SQL may begin with a comment, which looks like an option. */
  private static String asSql(String argument) {
    return COMMENT.matcher(argument).matches() ? " " + argument : argument;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no date: write it as 2024-05-31");
    }
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
