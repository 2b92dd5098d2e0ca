package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NameOrderTest {

  private static final List<String> PIECES =
      List.of(
          "part-", "0", "1", "a", "Z", ".", "\u0000", "\u00e9", "\u20ac", "\ud83d\ude00", "\uffff");

  @Test
  void nothingAndOne() {
    assertThat(sorted(List.of())).isEmpty();
    assertThat(sorted(List.of("a"))).containsExactly("a");
    assertThat(sorted(List.of("ab", "", "a"))).containsExactly("", "a", "ab");
  }

  @RepeatedTest(50)
  void asStringsAreOrdered(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String prefix = PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(3));
    List<String> names = new ArrayList<>();
    for (int i = random.nextInt(200); i >= 0; i--) {
      StringBuilder name = new StringBuilder(prefix);
      for (int piece = random.nextInt(8); piece > 0; piece--) {
        name.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      names.add(name.toString());
    }

    assertThat(sorted(names)).isEqualTo(names.stream().sorted(Comparator.naturalOrder()).toList());
  }

  private static List<String> sorted(List<String> names) {
    return NameOrder.sorted(names, name -> name);
  }
}
