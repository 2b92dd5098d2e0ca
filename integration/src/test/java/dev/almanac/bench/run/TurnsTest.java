package dev.almanac.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {

  private static List<List<Integer>> rounds(int contenders, int seed, int rounds) {
    Turns<Integer> turns = new Turns<>(IntStream.range(0, contenders).boxed().toList(), seed);
    return IntStream.range(0, rounds).mapToObj(round -> turns.next()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void eachComesAfterEachAndInEachPlaceEquallyOften(int contenders) {
    int rounds = contenders % 2 == 0 ? contenders : 2 * contenders;
    Map<List<Integer>, Integer> pairs = new HashMap<>();
    Map<List<Integer>, Integer> places = new HashMap<>();
    for (List<Integer> order : rounds(contenders, 7, rounds)) {
      assertThat(order).hasSize(contenders).doesNotHaveDuplicates();
      for (int place = 0; place < contenders; place++) {
        places.merge(List.of(order.get(place), place), 1, Integer::sum);
        if (place > 0) {
          pairs.merge(order.subList(place - 1, place + 1), 1, Integer::sum);
        }
      }
    }

    assertThat(places).hasSize(contenders * contenders);
    assertThat(places.values()).containsOnly(rounds / contenders);
    assertThat(pairs).hasSize(contenders * (contenders - 1));
    if (contenders > 1) {
      assertThat(pairs.values()).containsOnly(rounds / contenders);
    }
  }

  @Test
  void theSameLotGivesTheSameOrders() {
    assertThat(rounds(5, 7, 40)).isEqualTo(rounds(5, 7, 40)).isNotEqualTo(rounds(5, 8, 40));
  }

  @Test
  void theOrdersAreOthersEachTime() {
    List<List<Integer>> all = rounds(6, 7, 12);

    assertThat(all.subList(6, 12)).isNotEqualTo(new ArrayList<>(all.subList(0, 6)));
  }
}
