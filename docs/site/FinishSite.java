import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finishes the site that Maven has made: gives headings the anchors that GitHub gives them, so that
 * one link works in both, and fails where a link, an image or an anchor leads nowhere. It is run as
 * a source file, by the site's pom.
 */
final class FinishSite {

  private static final Pattern HEADING = Pattern.compile("(?s)<(h[1-6])>(.*?)</\\1>");
  private static final Pattern TARGET = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

  private FinishSite() {}

  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[0]).toAbsolutePath().normalize();
    Map<Path, String> pages = new HashMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        String page = withAnchors(Files.readString(file));
        Files.writeString(file, page);
        pages.put(file, page);
      }
    }
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Map.Entry<Path, String> page : pages.entrySet()) {
      Matcher matcher = TARGET.matcher(page.getValue());
      while (matcher.find()) {
        links++;
        String fault = fault(pages, page.getKey(), matcher.group(1).replace("&amp;", "&"));
        if (!fault.isEmpty()) {
          broken.add(site.relativize(page.getKey()) + " -> " + matcher.group(1) + ": " + fault);
        }
      }
    }
    if (!broken.isEmpty()) {
      broken.forEach(System.err::println);
      System.exit(1);
    }
    System.out.println(pages.size() + " pages, " + links + " links, none broken: " + site);
  }

  private static String withAnchors(String page) {
    return HEADING
        .matcher(page)
        .replaceAll(
            heading ->
                Matcher.quoteReplacement(
                    "<%s id=\"%s\">%s</%s>"
                        .formatted(
                            heading.group(1),
                            anchor(heading.group(2)),
                            heading.group(2),
                            heading.group(1))));
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("<[^>]*>", "")
        .replaceAll("&[a-z]+;", "")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String fault(Map<Path, String> pages, Path page, String target) {
    if (target.matches("[a-z]+:.*") || target.startsWith("//")) {
      return "";
    }
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(file)) {
      return "no such file";
    }
    boolean named = parts.length == 1 || parts[1].isEmpty() || ids(pages.get(file)).contains(parts[1]);
    return named ? "" : "no such heading";
  }

  private static Set<String> ids(String page) {
    Set<String> ids = new HashSet<>();
    Matcher matcher = ID.matcher(page == null ? "" : page);
    while (matcher.find()) {
      ids.add(matcher.group(1));
    }
    return ids;
  }
}
