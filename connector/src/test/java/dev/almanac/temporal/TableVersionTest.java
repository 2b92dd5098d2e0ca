package dev.almanac.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableVersionTest {

  private static final Instant THEN = Instant.parse("2022-05-03T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2022-05-01                                      | 2022-05-01
          DATES IN last_month                             | LAST_MONTH
          2022-05-01 AS OF 2022-05-03T10:00:00Z           | 2022-05-01 AS OF 2022-05-03T10:00:00Z
          '2022-05-01' as of '2022-05-03 10:00'           | 2022-05-01 AS OF 2022-05-03T10:00:00Z
          2022-05-01 TIMESTAMP AS OF 2022-05-03 10:00     | 2022-05-01 AS OF 2022-05-03T10:00:00Z
          LAST 7 DAYS AS OF 2022-05-03 10:00:00.5+02:00   | LAST 7 DAYS AS OF 2022-05-03T08:00:00.500Z
          2022-05-01..TODAY AS OF DATE '2022-05-03'       | 2022-05-01..TODAY AS OF 2022-05-03T00:00:00Z
          TIMESTAMP '2022-05-01' AS OF TIMESTAMP '2022-05-03 10:00' | 2022-05-01T00:00 AS OF 2022-05-03T10:00:00Z
          AS OF 2022-05-03T10:00:00Z                      | AS OF 2022-05-03T10:00:00Z
          timestamp as of '2022-05-03 10:00'              | AS OF 2022-05-03T10:00:00Z
          """)
  void isReadAndWritten(String text, String canonical) {
    TableVersion version = TableVersion.parse(text);

    assertThat(version).hasToString(canonical);
    assertThat(TableVersion.parse(canonical)).isEqualTo(version);
  }

  @Test
  void hasTwoAxes() {
    DateSelection today = RelativeDay.TODAY;

    assertThat(TableVersion.parse("TODAY")).isEqualTo(TableVersion.of(today));
    assertThat(TableVersion.parse("AS OF 2022-05-03 10:00")).isEqualTo(TableVersion.asOf(THEN));
    assertThat(TableVersion.parse("TODAY AS OF 2022-05-03 10:00"))
        .isEqualTo(new TableVersion(Optional.of(today), Optional.of(THEN)))
        .isEqualTo(TableVersion.of(today).knownAt(THEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          TODAY AS                     | OF is expected after AS
          TODAY AS OF                  | a date is expected, not the end
          TODAY AS OF YESTERDAY        | a time is expected after AS OF, not YESTERDAY
          AS OF 2022-02-30             | '2022-02-30' is impossible
          AS OF 2022-05-03 TODAY       | the end of the dates is expected, not TODAY
          AS OF 2022-05-03 AS OF 2022-05-03 | the end of the dates is expected, not AS
          17                           | 17 is a number, not a date
          """)
  void refuses(String text, String reason) {
    assertThatThrownBy(() -> TableVersion.parse(text))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("Cannot read the dates '" + text + "': ")
        .hasMessageContaining(reason);
  }
}
