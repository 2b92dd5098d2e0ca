package dev.almanac.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {

  @ParameterizedTest(name = "after {0} rounds, {1} s, compiling for {2} of the last: {3}")
  @CsvSource({
    "0, 0, 1, true",
    "1, 9.9, 0, true", // fewer than there should be
    "1, 10.1, 0, false", // though too few, for too long
    "2, 1, 0.05, false",
    "2, 1, 0.06, true",
    "50, 19, 0.2, true",
    "50, 21, 0.2, false",
  })
  void warmUpUntilLittleIsCompiled(int rounds, double seconds, double compiling, boolean more) {
    assertThat(new Rounds(2, 5, 21, 20).warms(rounds, seconds, compiling)).isEqualTo(more);
  }

  @ParameterizedTest(name = "after {0} rounds: {1}")
  @CsvSource({"0, true", "1, true", "2, false"})
  void warmUpForAThirdWhereTheirNumberIsGiven(int rounds, boolean more) {
    assertThat(Rounds.fixed(5).warms(rounds, 1000, 1)).isEqualTo(more);
  }
}
