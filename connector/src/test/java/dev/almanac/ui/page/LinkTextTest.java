package dev.almanac.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTextTest {

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "2024-05_x, 2024-05_x",
    "a.b, a~2eb",
    "a~b, a~7eb",
    "a b, a~20b",
    "é, ~c3~a9",
    "<&'\">, ~3c~26~27~22~3e",
    "a/b%41+, a~2fb~2541~2b",
  })
  void partsAreWrittenWithPlainCharacters(String part, String text) {
    assertThat(LinkText.of(List.of("lake", part))).isEqualTo("lake." + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"orders", "a.b", "~", "~41", "a~zz", "日本 語", "😀", "<script>", "'`\"\\", ""})
  void partsComeBack(String part) {
    assertThat(LinkText.parts(LinkText.of(List.of("lake", part, "x"))))
        .containsExactly("lake", part, "x");
  }

  @Test
  void whatPeopleTypeStandsForItself() {
    assertThat(LinkText.parts("lake.my data.a~zé")).containsExactly("lake", "my data", "a~zé");
    assertThat(LinkText.parts("")).isEmpty();
  }
}
