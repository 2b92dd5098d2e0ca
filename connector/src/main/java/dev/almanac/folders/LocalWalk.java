package dev.almanac.folders;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
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

  private static final KnownFolder[] NONE = {};

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
    KnownFolder before = names.get(folder);
    KnownFolder now = walk(folder, names.state(folder), before);
    if (now != before) {
      names.keep(folder, now);
    }
    return !now.isEmpty();
  }

  /**
   * @param state empty where nothing tells whether the folder has changed
   * @param before what is known of it
   * @return what is known of it now; the same object where it is as it was, with all below it
   */
  private KnownFolder walk(Path folder, Optional<FolderState> state, KnownFolder before)
      throws IOException {
    Optional<List<LocalEntry>> still =
        state.isPresent() ? folders.again(folder, state.get(), before) : Optional.empty();
    List<LocalEntry> found =
        still.isPresent() ? still.get() : folders.read(folder, state.isPresent());
    boolean changed = still.isEmpty();
    KnownFolder[] below = NONE;
    for (int i = 0; i < found.size(); i++) {
      LocalEntry entry = found.get(i);
      if (entry.isFolder()) {
        KnownFolder entryBefore = before.folder(entry.name(), i);
        KnownFolder entryNow = walkBelow(entry, state, entryBefore);
        changed |= entryNow != entryBefore;
        below = below == NONE ? new KnownFolder[found.size()] : below;
        below[i] = entryNow;
      } else {
        visitor.file(folder, entry.name(), entry.length(), entry.modifiedAt());
      }
    }
    if (state.isEmpty()) {
      return found.isEmpty() ? KnownFolder.UNKNOWN_EMPTY : KnownFolder.UNKNOWN;
    }
    return changed
        ? names.known(state.get(), found.stream().map(LocalEntry::name).toList(), below)
        : before;
  }

  /**
   * @param above how the folder is that the entry is in
   */
  private KnownFolder walkBelow(LocalEntry entry, Optional<FolderState> above, KnownFolder before)
      throws IOException {
    Path folder = entry.path();
    try {
      KnownFolder now = walk(folder, state(entry, above), before);
      if (now.isEmpty()) {
        visitor.emptyFolder(folder, Files.getLastModifiedTime(folder).toMillis());
      }
      return now;
    } catch (NoSuchFileException e) {
      throw new FileSystemException(
          folder.toString(), null, "the folder went away meanwhile; run the query again");
    }
  }

  private Optional<FolderState> state(LocalEntry folder, Optional<FolderState> above)
      throws IOException {
    if (above.isEmpty()) {
      return Optional.empty();
    }
    return folder.state().isPresent()
        ? names.state(folder.path(), folder.state().get(), above.get())
        : names.state(folder.path());
  }
}
