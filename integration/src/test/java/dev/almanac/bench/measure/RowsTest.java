package dev.almanac.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static Rows rows(List<?>... rows) {
    return Rows.of(Arrays.asList(rows));
  }

  private static void assertSame(Rows one, Rows other) {
    assertThat(one.difference(other)).isEmpty();
    assertThat(other.difference(one)).isEmpty();
  }

  private static void assertDifferent(Rows one, Rows other) {
    assertThat(one.difference(other)).isPresent();
    assertThat(other.difference(one)).isPresent();
  }

  @Test
  void areAMultiset() {
    assertSame(rows(List.of("a", 1), List.of("b", 2)), rows(List.of("b", 2), List.of("a", 1)));
    assertDifferent(
        rows(List.of(1), List.of(1), List.of(2)), rows(List.of(1), List.of(2), List.of(2)));
    assertDifferent(rows(List.of(1)), rows(List.of(1), List.of(1)));
  }

  @Test
  void compareExactNumbersExactlyWhateverTheirTypes() {
    assertSame(
        rows(List.of(1L, new BigDecimal("0.00"), BigInteger.TEN)),
        rows(List.of(new BigDecimal("1.00"), 0, (short) 10)));
    assertDifferent(
        rows(List.of(new BigDecimal("10000000000.01"))),
        rows(List.of(new BigDecimal("10000000000.02"))));
    assertDifferent(rows(List.of(10_000_000_001L)), rows(List.of(10_000_000_002L)));
  }

  @Test
  void allowBinaryNumbersTheirLastDigits() {
    assertSame(rows(List.of(0.1 + 0.2)), rows(List.of(0.3)));
    assertSame(rows(List.of(0.1 + 0.2)), rows(List.of(new BigDecimal("0.3"))));
    assertDifferent(rows(List.of(0.3)), rows(List.of(0.3000001)));
    assertSame(rows(List.of(Double.NaN)), rows(List.of(Double.NaN)));
    assertDifferent(rows(List.of(Double.NaN)), rows(List.of(1.0)));
  }

  @Test
  void tellNullsAndTextsApart() {
    assertSame(rows(Arrays.asList(null, "a")), rows(Arrays.asList(null, "a")));
    assertDifferent(rows(Arrays.asList((Object) null)), rows(List.of(0)));
    assertDifferent(rows(Arrays.asList((Object) null)), rows(List.of(0.0)));
    assertDifferent(rows(List.of("1")), rows(List.of(1)));
    assertDifferent(rows(List.of("a", "b")), rows(List.of("b", "a")));
  }

  @Test
  void takeDatesOfAllDrivers() {
    assertSame(rows(List.of(Date.valueOf("2024-02-29"))), rows(List.of(LocalDate.of(2024, 2, 29))));
    assertSame(rows(List.of("2024-02-29")), rows(List.of(LocalDate.of(2024, 2, 29))));
  }
}
