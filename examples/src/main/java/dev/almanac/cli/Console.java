package dev.almanac.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What surrounds a run of the command: its streams, and which of them are terminals.
 *
 * @param directory that relative paths start from
 * @param interactive whether someone types on the input
 * @param screen the columns of the terminal that the output is, or 0 where it is none
 * @param progress whether messages go to a terminal, where a progress bar may move
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    Path directory,
    boolean interactive,
    int screen,
    boolean progress) {

  /** The surroundings as {@code ./almanac} found them. */
  static Console system() {
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out), // tells of a closed pipe, as System.out does not
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Path.of("").toAbsolutePath(),
        Boolean.getBoolean("almanac.stdin.terminal"),
        Math.max(0, Integer.getInteger("almanac.stdout.columns", 0)),
        Boolean.getBoolean("almanac.stderr.terminal"));
  }
}
