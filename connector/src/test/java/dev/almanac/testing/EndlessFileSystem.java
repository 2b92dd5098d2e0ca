package dev.almanac.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Datasets too large for a test's disk, under the scheme {@code endless:}. They are made up as they
 * are listed, and requests are counted. Each file has the content of the one that {@link #fill}
 * names.
 *
 * <ul>
 *   <li>{@code /history}: ten years of hours, 2015 to 2024, in Mabel's layout, 87,672 folders;
 *   <li>{@code /crowd}: one day, 2024-01-01, of 100,000 files.
 * </ul>
 */
public final class EndlessFileSystem extends CountingFileSystem {

  private static volatile java.nio.file.Path content;

  /** Sets the content of all files. */
  public static void fill(java.nio.file.Path file) {
    content = file;
  }

  @Override
  public String getScheme() {
    return "endless";
  }

  @Override
  protected Path onDisk(Path path) {
    return new Path(content.toUri());
  }

  @Override
  protected FileStatus status(Path path) throws IOException {
    if (path.isRoot()) {
      return folder(path);
    }
    return children(path.getParent()).stream()
        .filter(child -> child.getPath().getName().equals(path.getName()))
        .findFirst()
        .orElseThrow(() -> new FileNotFoundException(path.toString()));
  }

  @Override
  protected List<FileStatus> children(Path path) throws IOException {
    if (path.isRoot()) {
      return Stream.of("history", "crowd").map(name -> folder(new Path(path, name))).toList();
    }
    List<String> elements = List.of(path.toUri().getPath().substring(1).split("/", -1));
    return elements.get(0).equals("crowd") ? crowd(path, elements) : history(path, elements);
  }

  private List<FileStatus> history(Path path, List<String> elements) throws IOException {
    return switch (elements.size()) {
      case 1 -> folders(path, "year_%d", 2015, 2024);
      case 2 -> folders(path, "month_%02d", 1, 12);
      case 3 -> {
        YearMonth month = Year.of(number(elements.get(1))).atMonth(number(elements.get(2)));
        yield folders(path, "day_%02d", 1, month.lengthOfMonth());
      }
      case 4 -> List.of(folder(new Path(path, "by_hour")));
      case 5 -> folders(path, "hour=%02d", 0, 23);
      case 6 -> List.of(file(new Path(path, "a.jsonl")));
      default -> throw new FileNotFoundException(path.toString());
    };
  }

  private List<FileStatus> crowd(Path path, List<String> elements) throws IOException {
    return switch (elements.size()) {
      case 1 -> folders(path, "year_%d", 2024, 2024);
      case 2 -> folders(path, "month_%02d", 1, 1);
      case 3 -> folders(path, "day_%02d", 1, 1);
      case 4 ->
          IntStream.range(0, 100_000)
              .mapToObj(i -> file(new Path(path, "part-%06d.jsonl".formatted(i))))
              .toList();
      default -> throw new FileNotFoundException(path.toString());
    };
  }

  private static int number(String element) {
    return Integer.parseInt(element.substring(element.indexOf('_') + 1));
  }

  private List<FileStatus> folders(Path parent, String name, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> folder(new Path(parent, name.formatted(i))))
        .toList();
  }

  private FileStatus folder(Path path) {
    return new FileStatus(0, true, 1, 0, 0, path.makeQualified(getUri(), path));
  }

  private FileStatus file(Path path) {
    long length = content.toFile().length();
    return new FileStatus(length, false, 1, 1 << 27, 0, path.makeQualified(getUri(), path));
  }
}
