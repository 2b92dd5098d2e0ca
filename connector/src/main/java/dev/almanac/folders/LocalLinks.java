package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.Path;

/**
 * Refuses symbolic links that lead out of a store. Only local disks have links that a listing
 * follows; for other file systems this does nothing. Links inside the store are allowed.
 */
final class LocalLinks {

  private final java.nio.file.Path store;
  private final Set<java.nio.file.Path> checkedFolders = ConcurrentHashMap.newKeySet();

  private LocalLinks(java.nio.file.Path store) {
    this.store = store;
  }

  /**
   * @param location the store's location, qualified
   */
  static LocalLinks of(Path location) {
    boolean local = "file".equals(location.toUri().getScheme());
    return new LocalLinks(local ? java.nio.file.Path.of(location.toUri().getPath()) : null);
  }

  /**
   * Checks a folder below the store, once.
   *
   * @throws AlmanacException PATH_LEAVES_STORE, or CANNOT_READ_FILE for a link in a circle
   */
  void checkFolder(Path path) {
    if (store != null) {
      checkFolder(local(path));
    }
  }

  /** Checks a file below the store. */
  void checkFile(Path path) {
    if (store != null) {
      java.nio.file.Path file = local(path);
      if (!file.equals(store)) {
        checkFolder(file.getParent());
        checkLink(file);
      }
    }
  }

  private java.nio.file.Path local(Path path) {
    java.nio.file.Path local = java.nio.file.Path.of(path.toUri().getPath());
    if (!local.startsWith(store)) {
      throw leaves(local, local);
    }
    return local;
  }

  private void checkFolder(java.nio.file.Path folder) {
    if (folder.equals(store) || checkedFolders.contains(folder)) {
      return;
    }
    checkFolder(folder.getParent());
    checkLink(folder);
    checkedFolders.add(folder);
  }

  /** Checks a file or folder whose own folder is known to be in the store. */
  void checkLink(java.nio.file.Path path) {
    if (!Files.isSymbolicLink(path)) {
      return;
    }
    try {
      java.nio.file.Path target = path.toRealPath();
      if (!target.startsWith(store.toRealPath())) {
        throw leaves(path, target);
      }
      if (path.getParent().toRealPath().startsWith(target)) {
        throw AlmanacException.of(
            Condition.CANNOT_READ_FILE,
            "Cannot read "
                + path
                + ": the symbolic link leads back to "
                + target
                + ", so that its files would be read again and again. Remove it.");
      }
    } catch (IOException e) {
      throw AlmanacException.of(
          Condition.CANNOT_READ_FILE,
          "Cannot follow the symbolic link "
              + path
              + ": "
              + e.getMessage()
              + ". Remove it, or mend what it points at.",
          e);
    }
  }

  private RuntimeException leaves(java.nio.file.Path path, java.nio.file.Path target) {
    throw AlmanacException.of(
        Condition.PATH_LEAVES_STORE,
        "Cannot read "
            + path
            + ": it leads to "
            + target
            + ", outside its store at "
            + store
            + ". Register that place as a store of its own.");
  }
}
