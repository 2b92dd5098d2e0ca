package dev.almanac.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param path relative to the repository
 * @param lines of the page
 */
public record Page(Path path, List<String> lines) {

  /** Where the repository is, from a module's folder. */
  public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*\\]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern SPAN = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");

  /**
   * A block of code.
   *
   * @param language as behind the fence; empty if there is none
   * @param info what follows the language
   * @param text of the block
   * @param line where it starts, from one
   */
  public record Block(String language, List<String> info, String text, int line) {

    /** The value of {@code key=value} behind the language; empty if there is none. */
    public String value(String key) {
      return info.stream()
          .filter(word -> word.startsWith(key + "="))
          .map(word -> word.substring(key.length() + 1))
          .findFirst()
          .orElse("");
    }
  }

  /** A link to somewhere, and its line, from one. */
  public record Link(String target, int line) {}

  /** README.md and all that is below docs/. */
  public static List<Page> all() {
    try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
      return Stream.concat(Stream.of(REPOSITORY.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .filter(path -> !path.toString().contains("/target/"))
          .sorted()
          .map(Page::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Page read(Path path) {
    try {
      return new Page(REPOSITORY.relativize(path), Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The blocks of a language, in order. */
  public List<Block> blocks(String language) {
    return blocks().stream().filter(block -> block.language().equals(language)).toList();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(FENCE)) {
        if (start < 0) {
          start = i;
        } else {
          blocks.add(block(start, i));
          start = -1;
        }
      }
    }
    return blocks;
  }

  private Block block(int start, int end) {
    List<String> info = List.of(lines.get(start).substring(FENCE.length()).trim().split("\\s+"));
    return new Block(
        info.get(0),
        info.subList(1, info.size()),
        String.join("\n", lines.subList(start + 1, end)),
        start + 1);
  }

  /** The lines outside blocks of code; those inside are empty. */
  private List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : lines) {
      boolean fence = line.startsWith(FENCE);
      prose.add(code || fence ? "" : line);
      code = fence != code;
    }
    return prose;
  }

  /** All links and images, but those in code. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    List<String> prose = prose();
    for (int i = 0; i < prose.size(); i++) {
      // A link's text may be code; what is in code may look like a link.
      String line = SPAN.matcher(prose.get(i)).replaceAll("code");
      Matcher matcher = LINK.matcher(line);
      while (matcher.find()) {
        links.add(new Link(matcher.group(1), i + 1));
      }
    }
    return links;
  }

  /** What a link to a heading ends in, as GitHub and the site make it. */
  public List<String> anchors() {
    return prose().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+\\s*", ""))
        .map(
            heading ->
                heading
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'))
        .toList();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
