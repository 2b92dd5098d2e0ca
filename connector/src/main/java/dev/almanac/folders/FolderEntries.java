package dev.almanac.folders;

import dev.almanac.layout.PathKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/** Looks at each file and folder in a folder of the local disk. */
final class FolderEntries {

  /** From so many files in a folder on, they are looked at side by side, so many at a time. */
  private static final int MANY_FILES = 2048;

  private final LocalLinks links;

  /**
   * @param links asked about every symbolic link before it is followed; hidden ones are not, as
   *     they lead to no data
   */
  FolderEntries(LocalLinks links) {
    this.links = links;
  }

  /**
   * Reads the names in a folder, and looks at each.
   *
   * @param states whether to ask for the states of folders
   * @return by name
   * @throws NoSuchFileException where there is no such folder
   */
  List<LocalEntry> read(Path folder, boolean states) throws IOException {
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      return entries(paths.iterator(), path -> entry(path, path.getFileName().toString(), states));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /**
   * Looks at each of a folder's entries, whose names are known, and asks for the states of folders.
   *
   * @return by name; empty where one is not there any more
   */
  Optional<List<LocalEntry>> again(Path folder, List<String> names) throws IOException {
    List<LocalEntry> entries =
        entries(names.iterator(), name -> entry(folder.resolve(name), name, true));
    return entries.size() == names.size() ? Optional.of(entries) : Optional.empty();
  }

  /** Looks at one entry; empty for a file that was deleted a moment ago. */
  private interface Look<T> {
    Optional<LocalEntry> at(T entry) throws IOException;
  }

  private static <T> List<LocalEntry> entries(Iterator<T> all, Look<T> look) throws IOException {
    List<T> first = some(all);
    return first.size() < MANY_FILES ? few(first, look) : many(first, all, look);
  }

  private static <T> List<T> some(Iterator<T> all) {
    List<T> some = new ArrayList<>();
    while (some.size() < MANY_FILES && all.hasNext()) {
      some.add(all.next());
    }
    return some;
  }

  private static <T> List<LocalEntry> few(List<T> all, Look<T> look) throws IOException {
    List<LocalEntry> entries = at(all, look);
    entries.sort(Comparator.comparing(LocalEntry::name));
    return entries;
  }

  /** Others look at files while this thread reads the next names; then it helps them. */
  private static <T> List<LocalEntry> many(List<T> first, Iterator<T> all, Look<T> look)
      throws IOException {
    Deque<ForkJoinTask<NameOrder.Part<LocalEntry>>> parts = new ArrayDeque<>();
    for (List<T> part = first; !part.isEmpty(); part = some(all)) {
      parts.push(new Part<>(part, look).fork());
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
  private static final class Part<T> extends RecursiveTask<NameOrder.Part<LocalEntry>> {

    private final List<T> some;
    private final Look<T> look;

    Part(List<T> some, Look<T> look) {
      this.some = some;
      this.look = look;
    }

    @Override
    protected NameOrder.Part<LocalEntry> compute() {
      try {
        return NameOrder.Part.of(FolderEntries.at(some, look), LocalEntry::name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static <T> List<LocalEntry> at(List<T> some, Look<T> look) throws IOException {
    List<LocalEntry> entries = new ArrayList<>(some.size());
    for (T entry : some) {
      look.at(entry).ifPresent(entries::add);
    }
    return entries;
  }

  private Optional<LocalEntry> entry(Path path, String name, boolean states) throws IOException {
    boolean state = states && name.indexOf('.') < 0; // as folders' names mostly are
    try {
      LocalEntry own = LocalEntry.of(path, name, state, LinkOption.NOFOLLOW_LINKS);
      if (!own.isLink() || PathKind.of(name) == PathKind.HIDDEN) {
        return Optional.of(own);
      }
      links.checkLink(path);
      return Optional.of(LocalEntry.of(path, name, state));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
