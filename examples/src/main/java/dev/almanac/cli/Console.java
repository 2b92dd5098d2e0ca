package dev.almanac.cli;

import dev.almanac.calendar.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What surrounds a run of the command: its streams, and which of them are terminals.
 *
 * @param directory that relative paths start from
 * @param interactive whether someone types on the input
 * @param screen the columns of the terminal that the output is, or 0 where it is none
 * @param environment the variables of the process
 */
record Console(
    InputStream in,
    OutputStream out,
    Messages err,
    Path directory,
    boolean interactive,
    int screen,
    Map<String, String> environment) {

  private static final int USUAL_COLUMNS = 80;

  /** The surroundings as {@code ./almanac} found them. */
  static Console system() {
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out), // tells of a closed pipe, as System.out does not
        Messages.to(new FileOutputStream(FileDescriptor.err), columns("almanac.stderr.columns")),
        Path.of("").toAbsolutePath(),
        Boolean.getBoolean("almanac.stdin.terminal"),
        columns("almanac.stdout.columns"),
        System.getenv());
  }

  /** The columns of a terminal, as {@code ./almanac} found them; 0 where it is none. */
  private static int columns(String property) {
    return Math.max(0, Integer.getInteger(property, 0));
  }

  /** What a picture on the output may use. */
  Style style(boolean ascii) {
    boolean color =
        screen > 0
            && variable("NO_COLOR").isEmpty()
            && !variable("TERM").equals(Optional.of("dumb"));
    return new Style(columns(), !ascii && isUnicode(), color);
  }

  private int columns() {
    return screen > 0
        ? screen
        : variable("COLUMNS")
            .filter(text -> text.matches("[1-9][0-9]{0,3}"))
            .map(Integer::valueOf)
            .orElse(USUAL_COLUMNS);
  }

  /** Whether the locale's characters are UTF-8: the first of POSIX's three variables says. */
  private boolean isUnicode() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .flatMap(name -> variable(name).stream())
        .findFirst()
        .map(locale -> locale.toLowerCase(Locale.ROOT).replace("-", ""))
        .filter(locale -> locale.contains("utf8"))
        .isPresent();
  }

  /** A variable that is set to something. */
  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
