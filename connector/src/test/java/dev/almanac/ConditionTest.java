package dev.almanac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

  private static final Path PAGE = Path.of("..", "docs", "messages.md");

  @ParameterizedTest
  @EnumSource(Condition.class)
  void isDocumentedWithItsState(Condition condition) throws IOException {
    assumeTrue(Files.exists(PAGE), "the documentation is not beside this module");
    assertThat(Files.readString(PAGE))
        .contains("| `%s` | `%s` | ".formatted(condition.id(), condition.sqlState()));
    assertThat(condition.sqlState()).matches("[0-9A-Z]{5}");
  }
}
