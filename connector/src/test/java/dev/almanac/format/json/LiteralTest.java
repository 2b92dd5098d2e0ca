package dev.almanac.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {

  /** Around the words that are compared at once, and those after them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 23, 24, 25, 31, 32, 33, 40, 100})
  void isAtAPlaceIfEachByteIs(int length) {
    byte[] text = new byte[3 + length + Plain.PADDING];
    new Random(length).nextBytes(text);
    Literal literal = new Literal(text, 3, 3 + length);

    assertThat(literal.length()).isEqualTo(length);
    assertThat(literal.isAt(text, 3)).isTrue();
    assertThat(literal.is(text, 3, 3 + length)).isTrue();
    assertThat(literal.is(text, 3, 3 + length - 1)).isFalse();
    assertThat(literal.is(text, 3, 3 + length + 1)).isFalse();
    for (int i = 0; i < text.length; i++) {
      text[i] ^= (byte) 0x80;
      assertThat(literal.isAt(text, 3))
          .as("byte %d differs", i)
          .isEqualTo(i < 3 || i >= 3 + length);
      text[i] ^= (byte) 0x80;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 25, 100})
  void isNotWhereTheTextEndsBefore(int length) {
    Literal literal = new Literal(new byte[length], 0, length);
    byte[] text = new byte[length + Plain.PADDING];
    for (int at = text.length; at > text.length - length; at--) {
      assertThat(literal.isAt(text, at)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 24, 100})
  void noneIsNowhere(int length) {
    byte[] text = new byte[length + Plain.PADDING];
    for (int at = 0; at <= length; at++) {
      assertThat(Literal.NONE.isAt(text, at)).isFalse();
    }
  }
}
