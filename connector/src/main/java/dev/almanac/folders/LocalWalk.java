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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/**
 * Walks folders of the local disk with one look at each file. Hadoop's listings take several: up to
 * a process for each file, which its recursive listing starts to ask for the file's owner.
 */
final class LocalWalk {

  /** From so many files in a folder on, they are looked at side by side, so many at a time. */
  private static final int MANY_FILES = 2048;

  /** Takes what is found. */
  interface Visitor {

    /**
     * A file.
     *
     * @param folder that it is in; the same object for all files of a folder
     * @param length in bytes
     * @param modifiedAt milliseconds since 1970-01-01 UTC
     */
    void file(Path folder, String name, long length, long modifiedAt);

    /**
     * A folder that has nothing in it, or nothing but what has nothing in it.
     *
     * @param modifiedAt milliseconds since 1970-01-01 UTC
     */
    void emptyFolder(Path folder, long modifiedAt);
  }

  private record Entry(Path path, String name, boolean isFolder, long length, long modifiedAt) {

    static Entry of(Path path, String name, BasicFileAttributes attributes) {
      return new Entry(
          path,
          name,
          attributes.isDirectory(),
          attributes.size(),
          attributes.lastModifiedTime().toMillis());
    }
  }

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
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
      Iterator<Path> paths = found.iterator();
      List<Path> first = some(paths);
      return first.size() < MANY_FILES ? few(first) : many(first, paths);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static List<Path> some(Iterator<Path> paths) {
    List<Path> some = new ArrayList<>();
    while (some.size() < MANY_FILES && paths.hasNext()) {
      some.add(paths.next());
    }
    return some;
  }

  private List<Entry> few(List<Path> paths) throws IOException {
    List<Entry> entries = look(paths);
    entries.sort(Comparator.comparing(Entry::name));
    return entries;
  }

  /** Others look at files while this thread reads the next names; then it helps them. */
  private List<Entry> many(List<Path> first, Iterator<Path> paths) throws IOException {
    Deque<ForkJoinTask<NameOrder.Part<Entry>>> parts = new ArrayDeque<>();
    for (List<Path> part = first; !part.isEmpty(); part = some(paths)) {
      parts.push(new Look(part).fork());
    }
    try {
      // The last first, which nobody has begun yet.
      return NameOrder.merged(parts.stream().map(ForkJoinTask::join).toList());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Looks at some of a folder's files. */
  @SuppressWarnings("serial") // is not sent anywhere
  private final class Look extends RecursiveTask<NameOrder.Part<Entry>> {

    private final List<Path> paths;

    Look(List<Path> paths) {
      this.paths = paths;
    }

    @Override
    protected NameOrder.Part<Entry> compute() {
      try {
        return NameOrder.Part.of(look(paths), Entry::name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<Entry> look(List<Path> paths) throws IOException {
    List<Entry> entries = new ArrayList<>(paths.size());
    for (Path path : paths) {
      entry(path).ifPresent(entries::add);
    }
    return entries;
  }

  private void visit(Path folder, Entry entry) throws IOException {
    if (!entry.isFolder()) {
      visitor.file(folder, entry.name(), entry.length(), entry.modifiedAt());
    } else if (!walkBelow(entry.path())) {
      visitor.emptyFolder(entry.path(), entry.modifiedAt());
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
  private Optional<Entry> entry(Path path) throws IOException {
    String name = path.getFileName().toString();
    try {
      BasicFileAttributes own =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!own.isSymbolicLink() || PathKind.of(name) == PathKind.HIDDEN) {
        return Optional.of(Entry.of(path, name, own));
      }
      links.checkLink(path);
      return Optional.of(
          Entry.of(path, name, Files.readAttributes(path, BasicFileAttributes.class)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
