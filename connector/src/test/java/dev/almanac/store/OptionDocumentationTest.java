package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation says of each option what the code says. */
class OptionDocumentationTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static List<String> lines = List.of();

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.exists(PAGE), "the documentation is not beside this module");
    lines = Files.readAllLines(PAGE);
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void eachOptionHasItsRow(Option option) {
    String value = option.defaultValue().isEmpty() ? "" : " `" + option.defaultValue() + "`";
    assertThat(lines)
        .contains("| `" + option.key() + "` |" + value + " | " + option.description() + " |");
  }

  @Test
  void noRowIsLeftOver() {
    long rows = lines.stream().filter(line -> line.matches("\\| `[a-z0-9*.-]+` \\|.*")).count();
    assertThat(rows).isEqualTo(Option.values().length);
  }
}
