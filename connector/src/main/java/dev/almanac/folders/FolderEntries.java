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
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
    Look<Path> look =
        (path, place, itself) -> entry(path, path.getFileName().toString(), states, itself);
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
      Iterator<Path> all = paths.iterator();
      List<Path> first = some(all);
      if (first.size() < MANY_FILES) {
        List<LocalEntry> entries = at(first, look, Itself.BY_PATH);
        entries.sort(Comparator.comparing(LocalEntry::name));
        return entries;
      }
      return NameOrder.merged(
          sideBySide(
              first, all, some -> NameOrder.Part.of(atMany(folder, some, look), LocalEntry::name)));
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /**
   * Looks at each entry of a folder whose names are known, and asks for the states of folders.
   *
   * @param now how the folder is
   * @return by name; empty where the folder has changed, or an entry is not there any more
   */
  Optional<List<LocalEntry>> again(Path folder, FolderState now, KnownFolder known)
      throws IOException {
    Optional<List<String>> still = known.names(now);
    if (still.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = still.get();
    Look<String> look =
        (name, place, itself) ->
            again(folder.resolve(name), name, known.folder(name, place), itself);
    List<LocalEntry> entries =
        names.size() < MANY_FILES ? at(names, look, Itself.BY_PATH) : many(folder, names, look);
    return entries.size() == names.size() ? Optional.of(entries) : Optional.empty();
  }

  private static List<LocalEntry> many(Path folder, List<String> names, Look<String> look)
      throws IOException {
    Iterator<String> all = names.iterator();
    List<LocalEntry> entries = new ArrayList<>(names.size());
    sideBySide(some(all), all, some -> atMany(folder, some, look)).forEach(entries::addAll);
    return entries;
  }

  /** Looks at one entry. */
  private interface Look<T> {

    /**
     * @param place among the entries that are looked at together
     * @throws NoSuchFileException for one that was deleted a moment ago
     */
    LocalEntry at(T entry, int place, Itself itself) throws IOException;
  }

  /** How to look at an entry itself, which may be a link. */
  private interface Itself {

    Itself BY_PATH =
        path -> Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);

    /** By the name alone, in a folder that is open: there is no path to follow for each. */
    static Itself in(SecureDirectoryStream<Path> folder) {
      return path ->
          folder
              .getFileAttributeView(
                  path.getFileName(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
              .readAttributes();
    }

    BasicFileAttributes at(Path path) throws IOException;
  }

  private static <T> List<T> some(Iterator<T> all) {
    List<T> some = new ArrayList<>();
    while (some.size() < MANY_FILES && all.hasNext()) {
      some.add(all.next());
    }
    return some;
  }

  /** What is to be done with some of a folder's entries. */
  private interface Work<T, R> {
    R with(List<T> some) throws IOException;
  }

  /**
   * Others work while this thread reads the next names; then it helps them.
   *
   * @return what came of each part, in order
   */
  private static <T, R> List<R> sideBySide(List<T> first, Iterator<T> all, Work<T, R> work)
      throws IOException {
    Deque<ForkJoinTask<R>> parts = new ArrayDeque<>();
    for (List<T> part = first; !part.isEmpty(); part = some(all)) {
      parts.push(new Part<>(part, work).fork());
    }
    try {
      // The last first, which nobody has begun yet.
      List<R> done = new ArrayList<>(parts.size());
      parts.forEach(part -> done.add(part.join()));
      Collections.reverse(done);
      return done;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Works on some of a folder's entries. */
  @SuppressWarnings("serial") // is not sent anywhere
  private static final class Part<T, R> extends RecursiveTask<R> {

    private final List<T> some;
    private final Work<T, R> work;

    Part(List<T> some, Work<T, R> work) {
      this.some = some;
      this.work = work;
    }

    @Override
    protected R compute() {
      try {
        return work.with(some);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** With the folder open once for all of them, where the system has that. */
  private static <T> List<LocalEntry> atMany(Path folder, List<T> some, Look<T> look)
      throws IOException {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
      return at(
          some,
          look,
          open instanceof SecureDirectoryStream<Path> secure ? Itself.in(secure) : Itself.BY_PATH);
    }
  }

  /** Without those that were deleted a moment ago. */
  private static <T> List<LocalEntry> at(List<T> some, Look<T> look, Itself itself)
      throws IOException {
    List<LocalEntry> entries = new ArrayList<>(some.size());
    for (int place = 0; place < some.size(); place++) {
      try {
        entries.add(look.at(some.get(place), place, itself));
      } catch (NoSuchFileException e) {
        // was deleted since its name was read
      }
    }
    return entries;
  }

  /** Of a folder that is as it was, less has to be asked. */
  private LocalEntry again(Path path, String name, KnownFolder before, Itself itself)
      throws IOException {
    if (before.hasState()) {
      FolderState now = FolderState.of(path, LinkOption.NOFOLLOW_LINKS);
      if (before.names(now).isPresent()) {
        return LocalEntry.folder(path, name, now);
      }
    }
    return entry(path, name, true, itself);
  }

  private LocalEntry entry(Path path, String name, boolean states, Itself itself)
      throws IOException {
    boolean state = states && name.indexOf('.') < 0; // as folders' names mostly are
    LocalEntry own =
        state
            ? LocalEntry.withState(path, name, LinkOption.NOFOLLOW_LINKS)
            : LocalEntry.of(path, name, itself.at(path));
    if (!own.isLink() || PathKind.of(name) == PathKind.HIDDEN) {
      return own;
    }
    links.checkLink(path);
    return state
        ? LocalEntry.withState(path, name)
        : LocalEntry.of(path, name, Files.readAttributes(path, BasicFileAttributes.class));
  }
}
