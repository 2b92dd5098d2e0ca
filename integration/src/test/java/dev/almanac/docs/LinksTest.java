package dev.almanac.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every link of the documentation leads to a file of the repository, to a heading that is there, or
 * to a well-formed address elsewhere, which is not asked.
 */
class LinksTest {

  private static final List<Page> PAGES = Page.all();

  static Stream<Page> pages() {
    return PAGES.stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Page page) {
    List<String> broken = new ArrayList<>();
    for (Page.Link link : page.links()) {
      String fault = fault(page, link.target());
      if (!fault.isEmpty()) {
        broken.add(page + ":" + link.line() + " " + link.target() + ": " + fault);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static String fault(Page page, String target) {
    if (target.contains("://")) {
      assertThatCode(() -> new URI(target)).as(target).doesNotThrowAnyException();
      return target.startsWith("https://") ? "" : "not https";
    }
    String[] parts = target.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? Page.REPOSITORY.resolve(page.path())
            : Page.REPOSITORY.resolve(page.path()).resolveSibling(parts[0]).normalize();
    if (!file.startsWith(Page.REPOSITORY) || !Files.exists(file)) {
      return "no such file";
    }
    if (parts.length == 2) {
      Map<Path, Page> byPath =
          PAGES.stream()
              .collect(
                  Collectors.toMap(
                      found -> Page.REPOSITORY.resolve(found.path()), Function.identity()));
      Page found = byPath.get(file);
      if (found == null || !found.anchors().contains(parts[1])) {
        return "no such heading";
      }
    }
    return "";
  }

  /** Whoever writes a page puts it where it is found. */
  @Test
  void everyPageIsInTheSitesNavigation() throws Exception {
    String navigation = Files.readString(Page.REPOSITORY.resolve("docs/site/site.xml"));
    for (Page page : PAGES) {
      String path = page.path().toString();
      if (path.startsWith("docs/") && !path.startsWith("docs/site/")) {
        assertThat(navigation)
            .as("docs/site/site.xml")
            .contains("\"" + path.replace(".md", ".html") + "\"");
      }
    }
  }

  @Test
  void noHeadingIsThereTwice() {
    for (Page page : PAGES) {
      assertThat(new TreeSet<>(page.anchors())).as(page.toString()).hasSameSizeAs(page.anchors());
    }
  }
}
