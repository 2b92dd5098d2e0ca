package dev.almanac.folders;

import dev.almanac.layout.PathKind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Walks folders of the local disk with one look at each file. Hadoop's listings take several: up to
 * a process for each file, which its recursive listing starts to ask for the file's owner.
 */
final class LocalWalk {

  /** Takes what is found. */
  interface Visitor {

    void file(Path file, BasicFileAttributes attributes);

    /** A folder that has nothing in it, or nothing but what has nothing in it. */
    void emptyFolder(Path folder, BasicFileAttributes attributes);
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
   * Visits all that is below a folder, at any depth, in no order.
   *
   * @return whether there is anything
   * @throws NoSuchFileException where there is no such folder
   * @throws FileSystemException where a folder below it has gone since
   */
  boolean walk(Path folder) throws IOException {
    boolean any = false;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        Optional<BasicFileAttributes> found = attributes(entry);
        if (found.isPresent()) {
          any = true;
          visit(entry, found.get());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return any;
  }

  private void visit(Path entry, BasicFileAttributes attributes) throws IOException {
    if (!attributes.isDirectory()) {
      visitor.file(entry, attributes);
    } else if (!walkBelow(entry)) {
      visitor.emptyFolder(entry, attributes);
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
  private Optional<BasicFileAttributes> attributes(Path entry) throws IOException {
    try {
      BasicFileAttributes own =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean hidden = PathKind.of(entry.getFileName().toString()) == PathKind.HIDDEN;
      if (!own.isSymbolicLink() || hidden) {
        return Optional.of(own);
      }
      links.checkLink(entry);
      return Optional.of(Files.readAttributes(entry, BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
