package dev.almanac.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "''          | ''",
        "5           | 05",
        "23          | 23",
        "0 1         | 00-01",
        "13 15 14 5  | 05, 13-15",
        "0 22 23     | 00, 22-23",
        "24 -1 99 3  | 03",
      })
  void areShownInRuns(String given, String shown) {
    Hours hours =
        Stream.of(given.replace("'", "").split(" "))
            .filter(hour -> !hour.isEmpty())
            .map(Integer::valueOf)
            .reduce(Hours.NONE, Hours::with, Hours::plus);

    assertThat(hours).hasToString(shown.replace("'", ""));
  }

  @Test
  void areASet() {
    Hours all = Hours.where(hour -> true);
    Hours night = Hours.where(hour -> hour < 6);

    assertThat(all.count()).isEqualTo(24);
    assertThat(all.without(night)).hasToString("06-23");
    assertThat(all.without(night).plus(night)).isEqualTo(all).hasToString("00-23");
    assertThat(night.without(all)).isEqualTo(Hours.NONE);
  }
}
