package dev.almanac.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where text goes: the standard output, or a file, which shows up under its name only when all of
 * it has been written.
 */
final class Output implements AutoCloseable {

  private final Writer writer;
  private final boolean owned;
  private final Optional<Rename> rename;

  private record Rename(Path from, Path to) {}

  private Output(OutputStream stream, boolean owned, Optional<Rename> rename) {
    this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    this.owned = owned;
    this.rename = rename;
  }

  /** The output to the file, or to the stream where there is none. */
  static Output to(Optional<Path> file, OutputStream stream) throws IOException {
    if (file.isEmpty()) {
      return new Output(stream, false, Optional.empty());
    }
    Path target = file.get();
    if (Files.exists(target) && !Files.isRegularFile(target)) { // a pipe or a device
      return new Output(open(target, target), true, Optional.empty());
    }
    long process = ProcessHandle.current().pid();
    Path unfinished = target.resolveSibling("." + target.getFileName() + "." + process + ".part");
    return new Output(open(unfinished, target), true, Optional.of(new Rename(unfinished, target)));
  }

  private static OutputStream open(Path file, Path target) throws IOException {
    try {
      return Files.newOutputStream(file);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "access is denied" : e.getReason();
      throw new IOException("Cannot write " + target + ": " + reason, e);
    }
  }

  Writer writer() {
    return writer;
  }

  /** Says that all has been written. */
  void commit() throws IOException {
    writer.flush();
    if (rename.isPresent()) {
      writer.close();
      Files.move(rename.get().from, rename.get().to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (owned) {
      writer.close();
    } else {
      writer.flush();
    }
    if (rename.isPresent()) {
      Files.deleteIfExists(rename.get().from);
    }
  }
}
