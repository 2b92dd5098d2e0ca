package dev.almanac.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {

  @ParameterizedTest
  @CsvSource({
    "9, 10",
    "1, 10",
    "2, 10",
    "09, 10",
    "1, 002",
    "000, 003",
    "00000002, 3",
    "20210329-154921, 20210329-154952",
    "20210329-154921, 20210330-154921",
    "20211231-235959, 20220101-000000",
    "20220101, 20220101-000000",
    "20220101-9, 20220101-10",
    "99999999999999999998, 99999999999999999999",
    "99999999999999999999, 100000000000000000000",
    "a9, a10",
    "a, b",
    "a, a1",
    "a1b2, a1b10",
    "'', 0",
    "1, a",
    "2022-05-01T10:00:00, 2022-05-01T10:00:01",
    // equal as numbers: as text, so that there is an order
    "01, 1",
    "1-02, 1-2",
  })
  void order(String smaller, String larger) {
    assertThat(new Stamp(smaller)).isLessThan(new Stamp(larger));
    assertThat(new Stamp(larger)).isGreaterThan(new Stamp(smaller));
    assertThat(new Stamp(larger)).isEqualByComparingTo(new Stamp(larger));
  }

  @Test
  void theOrderIsTotal() {
    Random random = new Random(42);
    List<Stamp> stamps =
        new ArrayList<>(Stream.generate(() -> randomStamp(random)).distinct().limit(150).toList());
    for (Stamp a : stamps) {
      for (Stamp b : stamps) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
      }
    }
    List<Stamp> sorted = stamps.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        assertThat(sorted.get(i)).isLessThan(sorted.get(j)); // transitive
      }
    }
    Collections.shuffle(stamps, random);
    assertThat(stamps.stream().sorted().toList()).isEqualTo(sorted);
  }

  private static Stamp randomStamp(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.append("0019-a:/é".charAt(random.nextInt(9)));
    }
    return new Stamp(text.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "20240317-235146, 2024-03-17T23:51:46Z",
    "20240317, 2024-03-17T00:00:00Z",
    "2024-03-17, 2024-03-17T00:00:00Z",
    "2024031723, 2024-03-17T23:00:00Z",
    "20240317-23, 2024-03-17T23:00:00Z",
    "202403172351, 2024-03-17T23:51:00Z",
    "20240317-2351, 2024-03-17T23:51:00Z",
    "20240317235146, 2024-03-17T23:51:46Z",
    "20240317T235146Z, 2024-03-17T23:51:46Z",
    "2024-03-17T23:51:46Z, 2024-03-17T23:51:46Z",
    "2024_03_17 23:51:46, 2024-03-17T23:51:46Z",
    "20240317-235146.123, 2024-03-17T23:51:46.123Z",
    "20240317-235146-123456789, 2024-03-17T23:51:46.123456789Z",
    "20240229, 2024-02-29T00:00:00Z",
  })
  void instants(String stamp, Instant instant) {
    assertThat(new Stamp(stamp).instant()).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "000",
        "00000000",
        "00000002",
        "20241301",
        "20240230",
        "20230229",
        "20240317-245146",
        "20240317-1",
        "2024031",
        "202403172",
        "latest",
        "v20240317",
        "20240317-235146-final",
        "20240317-235146+0100",
        "20240317-235146.1234567891",
        "00000101-000000",
      })
  void noInstants(String stamp) {
    assertThat(new Stamp(stamp).instant()).isEmpty();
  }
}
