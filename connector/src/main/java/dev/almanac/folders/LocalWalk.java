package dev.almanac.folders;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Walks folders of the local disk with one look at each file. Hadoop's listings take several: up to
 * a process for each file, which its recursive listing starts to ask for the file's owner.
 */
final class LocalWalk {

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

  private final FolderEntries folders;
  private final KnownNames names;
  private final Visitor visitor;

  /**
   * @param links asked about every symbolic link before it is followed; hidden ones are not, as
   *     they lead to no data
   * @param names spares reading folders that have not changed
   */
  LocalWalk(LocalLinks links, KnownNames names, Visitor visitor) {
    this.folders = new FolderEntries(links);
    this.names = names;
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
    return walk(folder, names.state(folder));
  }

  /**
   * @param state empty where nothing tells whether the folder has changed
   */
  private boolean walk(Path folder, Optional<FolderState> state) throws IOException {
    List<LocalEntry> found = entries(folder, state);
    for (LocalEntry entry : found) {
      if (!entry.isFolder()) {
        visitor.file(folder, entry.name(), entry.length(), entry.modifiedAt());
      } else if (!walkBelow(entry, state.isPresent())) {
        visitor.emptyFolder(entry.path(), entry.modifiedAt());
      }
    }
    return !found.isEmpty();
  }

  private boolean walkBelow(LocalEntry entry, boolean tells) throws IOException {
    Path folder = entry.path();
    try {
      return walk(folder, tells ? state(entry) : Optional.empty());
    } catch (NoSuchFileException e) {
      throw new FileSystemException(
          folder.toString(), null, "the folder went away meanwhile; run the query again");
    }
  }

  private Optional<FolderState> state(LocalEntry folder) throws IOException {
    return folder.state().isPresent()
        ? names.telling(folder.path(), folder.state().get())
        : names.state(folder.path());
  }

  private List<LocalEntry> entries(Path folder, Optional<FolderState> state) throws IOException {
    if (state.isEmpty()) {
      return folders.read(folder, false);
    }
    Optional<List<String>> known = names.names(state.get());
    Optional<List<LocalEntry>> still =
        known.isPresent() ? folders.again(folder, known.get()) : Optional.empty();
    if (still.isPresent()) {
      return still.get();
    }
    List<LocalEntry> read = folders.read(folder, true);
    names.keep(state.get(), read.stream().map(LocalEntry::name).toList());
    return read;
  }
}
