package dev.almanac.folders;

import dev.almanac.layout.PathKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks folders of the local disk with one look at each file. Hadoop's listings take several: up to
 * a process for each file, which its recursive listing starts to ask for the file's owner.
 */
final class LocalWalk {

  /** From so many files in a folder on, they are looked at side by side. */
  private static final int MANY_FILES = 2048;

  /** Takes what is found. */
  interface Visitor {

    /**
     * A file.
     *
     * @param folder that it is in; the same object for all files of a folder
     */
    void file(Path folder, String name, BasicFileAttributes attributes);

    /** A folder that has nothing in it, or nothing but what has nothing in it. */
    void emptyFolder(Path folder, BasicFileAttributes attributes);
  }

  private record Entry(Path path, String name, BasicFileAttributes attributes) {}

  private final LocalLinks links;
  private final Visitor visitor;

  /**
   * @param links asked about every symbolic link before it is followed; hidden ones are not, as
   *     they lead to no data
   */
  LocalWalk(LocalLinks links, Visitor visitor) {
    this.links = links;
    this.visitor = visitor;
  }

  /**
   * Visits all that is below a folder, at any depth, each folder's entries by their names.
   *
   * @return whether there is anything
   * @throws NoSuchFileException where there is no such folder
   * @throws FileSystemException where a folder below it has gone since
   */
  boolean walk(Path folder) throws IOException {
    List<Entry> entries = entries(folder);
    for (Entry entry : entries) {
      visit(folder, entry);
    }
    return !entries.isEmpty();
  }

  private List<Entry> entries(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      found.forEach(paths::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    try (Stream<Path> all = paths.size() < MANY_FILES ? paths.stream() : paths.parallelStream()) {
      return all.map(this::entry)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(Entry::name))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void visit(Path folder, Entry entry) throws IOException {
    if (!entry.attributes().isDirectory()) {
      visitor.file(folder, entry.name(), entry.attributes());
    } else if (!walkBelow(entry.path())) {
      visitor.emptyFolder(entry.path(), entry.attributes());
    }
  }

  private boolean walkBelow(Path folder) throws IOException {
    try {
      return walk(folder);
    } catch (NoSuchFileException e) {
      throw new FileSystemException(
          folder.toString(), null, "the folder went away meanwhile; run the query again");
    }
  }

  /** Empty for a file that was deleted a moment ago. */
  private Optional<Entry> entry(Path path) {
    String name = path.getFileName().toString();
    try {
      BasicFileAttributes own =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!own.isSymbolicLink() || PathKind.of(name) == PathKind.HIDDEN) {
        return Optional.of(new Entry(path, name, own));
      }
      links.checkLink(path);
      return Optional.of(
          new Entry(path, name, Files.readAttributes(path, BasicFileAttributes.class)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
