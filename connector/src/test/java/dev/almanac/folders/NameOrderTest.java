package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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

  @Test
  void partsThatBeginDifferently() {
    NameOrder.Part<String> late = part("part-00102", "part-00101", "part-00100");
    NameOrder.Part<String> early = part("part-00007-b", "part-00007-a");

    assertThat(NameOrder.merged(List.of(late, early, part(), part("part-00050"))))
        .containsExactly(
            "part-00007-a", "part-00007-b", "part-00050", "part-00100", "part-00101", "part-00102");
  }

  private static NameOrder.Part<String> part(String... names) {
    return NameOrder.Part.of(List.of(names), name -> name);
  }

  /** In one part, and in three. */
  private static List<String> sorted(List<String> names) {
    List<String> sorted = NameOrder.merged(List.of(NameOrder.Part.of(names, name -> name)));
    int one = names.size() / 3;
    int two = names.size() / 2;
    List<NameOrder.Part<String>> parts =
        Stream.of(names.subList(0, one), names.subList(one, two), names.subList(two, names.size()))
            .map(some -> NameOrder.Part.of(some, name -> name))
            .toList();
    assertThat(NameOrder.merged(parts)).isEqualTo(sorted);
    return sorted;
  }
}
