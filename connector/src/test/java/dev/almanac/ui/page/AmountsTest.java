package dev.almanac.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1023, 1023 B",
    "1024, 1.0 KiB",
    "1048575, 1.0 MiB",
    "1572864, 1.5 MiB",
    "9223372036854775807, 8.0 EiB",
  })
  void sizes(long bytes, String text) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7 ms",
    "99, 99 ms",
    "100, 0.1 s",
    "1400, 1 s",
    "90000, 1.5 min",
    "7200000, 2.0 h"
  })
  void durations(long millis, String text) {
    assertThat(Amounts.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void counts() {
    assertThat(Amounts.count(1, "file")).isEqualTo("1 file");
    assertThat(Amounts.count(1234, "file")).isEqualTo("1,234 files");
  }
}
