package dev.almanac.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

  @ParameterizedTest
  @CsvSource({
    "MABEL, 1995-02-28, -1, year_1995/month_02/day_28/as_at_19950301-021500",
    "MABEL, 1995-12-31, 7, year_1995/month_12/day_31/by_hour/hour=07/as_at_19960101-021500",
    "DATED, 1995-02-28, -1, 1995/02/28",
    "DATED, 1995-02-28, 23, 1995/02/28/23",
    "HIVE, 1995-02-28, -1, date=1995-02-28",
    "HIVE, 1995-02-28, 0, date=1995-02-28/hour=00",
  })
  void namesFolders(Layout layout, LocalDate day, int hour, String folder) {
    assertThat(layout.folder(day, hour < 0 ? OptionalInt.empty() : OptionalInt.of(hour)))
        .isEqualTo(folder);
  }
}
