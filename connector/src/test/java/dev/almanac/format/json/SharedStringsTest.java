package dev.almanac.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedStringsTest {

  private final SharedStrings shared = new SharedStrings();

  private UTF8String of(String string) {
    return of(string, "#".repeat(Plain.PADDING));
  }

  private UTF8String of(String string, String after) {
    byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
    byte[] text = ("??" + string + after).getBytes(StandardCharsets.UTF_8);
    UTF8String made = shared.of(text, 2, bytes.length);
    assertThat(made.getBytes()).isEqualTo(bytes);
    return made;
  }

  @Test
  void sharesEqualStringsWhateverComesAfterThem() {
    for (int length = 1; length <= 128; length++) {
      String string = "x".repeat(length);
      assertThat(of(string)).isSameAs(of(string, "x".repeat(Plain.PADDING)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"first123?last1234", "first123??last1234", "first123?, a long way?last1234"})
  void tellsStringsApartThatHaveTheSameEnds(String pattern) {
    for (int i = 0; i < 3; i++) {
      assertThat(of(pattern.replace('?', 'a'))).isSameAs(of(pattern.replace('?', 'a')));
      assertThat(of(pattern.replace('?', 'b'))).isSameAs(of(pattern.replace('?', 'b')));
    }
  }

  @Test
  void keepsStringsWhenTheTextIsGone() {
    byte[] text = ("open" + " ".repeat(Plain.PADDING)).getBytes(StandardCharsets.UTF_8);
    UTF8String open = shared.of(text, 0, 4);
    text[0] = 'O';
    assertThat(open).hasToString("open");
    assertThat(shared.of(text, 0, 4)).hasToString("Open");
  }

  @Test
  void givesEachStringAsItIs() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 300_000; i++) {
      int length = random.nextInt(20);
      StringBuilder string = new StringBuilder();
      for (int c = 0; c < length; c++) {
        string.append((char) ('a' + random.nextInt(i % 3000 < 1500 ? 2 : 26)));
      }
      of(string.toString());
    }
  }

  @Test
  void stopsLookingWhereStringsDifferAndTriesAgainLater() {
    for (int i = 0; i < 2000; i++) {
      of("different " + i);
    }
    assertThat(of("again")).isNotSameAs(of("again"));
    for (int i = 0; i < 70_000; i++) {
      of("again");
    }
    assertThat(of("again")).isSameAs(of("again"));
  }
}
