package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.files.KnownFile;
import dev.almanac.files.Trouble;
import dev.almanac.layout.FolderNames;
import dev.almanac.layout.ListedFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Lists one dataset's folders: the only class that asks a file system what there is. It counts its
 * calls, and remembers what it listed for one load of a table.
 */
final class Listing {

  /** Stands in an empty folder's place: a hidden file, which is never data. */
  private static final String EMPTY_FOLDER = ".empty";

  private static final int COUNTED_AT_ONCE = 64;

  private final String store;
  private final FileSystem fileSystem;
  private final boolean onDisk;
  private final Path root;
  private final String rootPath;
  private final LocalLinks links;
  private final KnownNames names;
  private final ListingCounts counts;
  private final Map<String, List<ListedFile>> flat = new ConcurrentHashMap<>();
  private final Map<String, Children> children = new ConcurrentHashMap<>();
  private volatile boolean rootIsFile;

  /**
   * @param store whose it is, for messages
   * @param fileSystem the file system that {@code root} is on
   * @param root the dataset's folder or file, qualified
   * @param links refuses what leaves the store
   * @param names what is known of a local disk
   */
  Listing(
      String store,
      FileSystem fileSystem,
      Path root,
      LocalLinks links,
      KnownNames names,
      ListingCounts counts) {
    this.store = store;
    this.fileSystem = fileSystem;
    this.onDisk = LocalDisk.is(fileSystem);
    this.root = root;
    this.rootPath = root.toUri().getPath();
    this.links = links;
    this.names = names;
    this.counts = counts;
  }

  Path root() {
    return root;
  }

  /** Whether the root is on the local disk, and is not there. */
  boolean isMissingOnDisk() {
    return onDisk && !Files.exists(java.nio.file.Path.of(rootPath));
  }

  ListingCounts counts() {
    return counts;
  }

  /** The full path of a folder or file. */
  Path path(String relative) {
    return Paths.below(root, relative);
  }

  /** The full path of a listed file, as a URI; the root itself where that is the file. */
  String uri(String relative) {
    boolean itself = rootIsFile && relative.equals(root.getName());
    return (itself ? root : path(relative)).toUri().toString();
  }

  /**
   * All files below a folder, at any depth, by one LIST; none where there is no such folder.
   *
   * @param folder relative to the root; empty for the root itself
   */
  List<ListedFile> flat(String folder) {
    return remembered(flat, folder, this::listFlat);
  }

  /** What a folder holds directly, by one LIST. */
  Children children(String folder) {
    return remembered(children, folder, this::listChildren);
  }

  /** The names of what a folder holds directly. */
  FolderNames names(String folder) {
    Children found = children(folder);
    return new FolderNames(found.folders(), found.files().stream().map(ListedFile::name).toList());
  }

  /** Forgets what it listed, which a loaded table holds as far as it needs it. */
  void forget() {
    flat.clear();
    children.clear();
  }

  /** Not computeIfAbsent, which would let folders wait for one another. */
  private static <T> T remembered(Map<String, T> known, String folder, Function<String, T> list) {
    T found = known.get(folder);
    if (found == null) {
      found = list.apply(folder);
      known.put(folder, found);
    }
    return found;
  }

  private List<ListedFile> listFlat(String folder) {
    Children known = children.get(folder);
    if (known != null && known.folders().isEmpty()) {
      if (!known.isFile()) {
        known.files().forEach(file -> links.checkFile(path(file.path())));
      }
      return known.files();
    }
    links.checkFolder(path(folder));
    long start = System.nanoTime();
    List<ListedFile> files = new ArrayList<>();
    try {
      if (onDisk) {
        walk(path(folder), files);
      } else {
        SharedTexts shared = new SharedTexts();
        RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(path(folder), true);
        while (found.hasNext()) {
          files.add(listed(found.next(), shared));
        }
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      return checkVanished(files, folder, e);
    } catch (IOException e) {
      throw cannotList(path(folder), e);
    } finally {
      counts.add(System.nanoTime() - start);
    }
    return files;
  }

  private Children listChildren(String folder) {
    Path path = path(folder);
    links.checkFile(path);
    long start = System.nanoTime();
    List<String> folders = new ArrayList<>();
    SharedTexts shared = new SharedTexts();
    List<ListedFile> files = new ArrayList<>();
    try {
      for (FileStatus status : fileSystem.listStatus(path)) {
        if (status.isDirectory()) {
          folders.add(status.getPath().getName());
        } else if (status.getPath().toUri().getPath().equals(path.toUri().getPath())) {
          return new Children(List.of(), List.of(listed(status, shared)), true, true);
        } else {
          files.add(listed(status, shared));
        }
      }
    } catch (FileNotFoundException e) {
      return Children.NONE;
    } catch (IOException e) {
      throw cannotList(path, e);
    } finally {
      counts.add(System.nanoTime() - start);
    }
    Collections.sort(folders);
    files.sort(ListedFile.BY_PATH);
    return new Children(folders, files, true, false);
  }

  /** A folder that goes away while it is listed must not look like a short one. */
  private List<ListedFile> checkVanished(List<ListedFile> found, String folder, IOException e) {
    if (found.isEmpty()) {
      return found;
    }
    throw AlmanacException.of(
        Condition.CANNOT_READ_FILE,
        "Cannot list " + path(folder) + ": it changed while it was listed. Run the query again.",
        e);
  }

  /**
   * On a disk, folders are there without files too, and links are followed: a frame's folder counts
   * from the moment it is made, and a link is looked at before it is followed.
   */
  private void walk(Path folder, List<ListedFile> files) throws IOException {
    java.nio.file.Path start = java.nio.file.Path.of(folder.toUri().getPath());
    if (Files.isRegularFile(start)) {
      BasicFileAttributes attributes = Files.readAttributes(start, BasicFileAttributes.class);
      long modifiedAt = attributes.lastModifiedTime().toMillis();
      files.add(listed(start.toString(), attributes.size(), modifiedAt, "", new SharedTexts()));
    } else {
      Walked walked = new Walked(files);
      try {
        new LocalWalk(links, names, walked).walk(start);
      } finally {
        walked.count();
      }
    }
  }

  /** Takes what is found on a disk, which comes by the thousand: not each file is counted alone. */
  private final class Walked implements LocalWalk.Visitor {

    private final SharedTexts shared = new SharedTexts();
    private final List<ListedFile> files;
    private int counted;

    Walked(List<ListedFile> files) {
      this.files = files;
    }

    @Override
    public void file(java.nio.file.Path in, String name, long length, long modifiedAt) {
      files.add(new ListedFile(shared.folder(in), shared.name(name), length, modifiedAt, ""));
      if (files.size() - counted == COUNTED_AT_ONCE) {
        count();
      }
    }

    @Override
    public void emptyFolder(java.nio.file.Path empty, long modifiedAt) {
      file(empty, EMPTY_FOLDER, 0, modifiedAt);
    }

    void count() {
      counts.files(files.size() - counted);
      counted = files.size();
    }
  }

  private ListedFile listed(FileStatus status, SharedTexts shared) {
    String path = status.getPath().toUri().getPath();
    return listed(
        path, status.getLen(), status.getModificationTime(), KnownFile.etag(status), shared);
  }

  private ListedFile listed(
      String path, long length, long modifiedAt, String etag, SharedTexts shared) {
    counts.file();
    rootIsFile |= path.equals(rootPath);
    if (rootIsFile) {
      return new ListedFile("", root.getName(), length, modifiedAt, etag);
    }
    int slash = path.lastIndexOf('/');
    return new ListedFile(
        shared.folder(path, slash),
        shared.name(path.substring(slash + 1)),
        length,
        modifiedAt,
        etag);
  }

  /**
   * Spares memory: gives the files of a folder, which mostly come one after the other, one string
   * of it; and files of one name in different folders, as those of hours often are, one of that.
   */
  private final class SharedTexts {

    private static final int NAMES = 64; // a power of two

    private final int start = rootPath.endsWith("/") ? rootPath.length() : rootPath.length() + 1;
    private String last = "";
    private java.nio.file.Path lastPath = java.nio.file.Path.of("");
    private final String[] names = new String[NAMES]; // by hash; the last that had it
    private int named; // in the last folder

    /** The folder that ends before a place of a full path, relative to the root. */
    String folder(String path, int end) {
      if (end < start) {
        return "";
      }
      if (last.length() != end - start || !path.startsWith(last, start)) {
        last = path.substring(start, end);
        named = 0;
      }
      return last;
    }

    String folder(java.nio.file.Path folder) {
      if (folder != lastPath) {
        String path = folder.toString();
        last = folder(path, path.length());
        lastPath = folder;
      }
      return last;
    }

    /** Of a name in the last folder. Of many there, other folders seldom have the same. */
    String name(String name) {
      if (++named > NAMES) {
        return name;
      }
      int at = name.hashCode() & NAMES - 1;
      if (!name.equals(names[at])) {
        names[at] = name;
      }
      return names[at];
    }
  }

  private RuntimeException cannotList(Path path, IOException e) {
    throw AlmanacException.of(
        Condition.CANNOT_READ_FILE,
        "Cannot list "
            + path
            + " of "
            + store
            + ": "
            + Trouble.of(e)
                .map(trouble -> trouble.reason() + ". " + trouble.wayOut())
                .orElse(e.getMessage() + "."),
        e);
  }
}
