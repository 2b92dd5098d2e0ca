package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.almanac.store.Options.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/configuration.md are what the declarations say. With {@code
 * -Ddocs.update=true} they are written, without it compared.
 */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Pattern TABLE =
      Pattern.compile("(?s)<!-- keys: ([^>]*) -->\n.*?<!-- end of keys -->");

  @Test
  void theTablesAreGenerated() throws IOException {
    assumeTrue(Files.exists(PAGE), "the documentation is not beside this module");
    String page = Files.readString(PAGE);

    String generated =
        TABLE.matcher(page).replaceAll(found -> Matcher.quoteReplacement(table(found.group(1))));

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, generated);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "write it with ./mvnw test -pl connector -Dtest=ConfigurationPageTest -Ddocs.update=true")
        .isEqualTo(generated);
  }

  @Test
  void everySectionHasItsTable() throws IOException {
    assumeTrue(Files.exists(PAGE), "the documentation is not beside this module");
    assertThat(TABLE.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)))
        .containsExactlyElementsOf(Options.sections().stream().map(Section::title).toList());
  }

  private static String table(String title) {
    Section section =
        Options.sections().stream()
            .filter(found -> found.title().equals(title))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no keys are called " + title));
    StringBuilder table =
        new StringBuilder(
                "<!-- keys: %s -->\n| key | value | default | meaning |\n".formatted(title))
            .append("| --- | --- | --- | --- |\n");
    for (Option option : section.options()) {
      String value = option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`";
      table.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(option.key(), option.type().text(), value, option.description()));
    }
    return table.append("<!-- end of keys -->").toString();
  }
}
