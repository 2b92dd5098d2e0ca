package dev.almanac.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each number that is found has to be Java's, which is correctly rounded since Java 19 and 8. */
class EiselLemireTest {

  private int undecided;

  private void check(long digits, int power) {
    double found = EiselLemire.of(digits, power);
    if (Double.isNaN(found)) {
      undecided++;
      return;
    }
    double expected = Double.parseDouble(Long.toUnsignedString(digits) + "e" + power);
    assertThat(Double.doubleToRawLongBits(found))
        .as("%s e %d", Long.toUnsignedString(digits), power)
        .isEqualTo(Double.doubleToRawLongBits(expected));
  }

  @Test
  void findsTheNearestDoubleOfAnyDigitsAndPower() {
    SplittableRandom random = new SplittableRandom(1);
    int count = 500_000;
    for (int i = 0; i < count; i++) {
      check(random.nextLong() >>> random.nextInt(64), random.nextInt(-345, 312));
    }
    assertThat(undecided).as("far out of range, or subnormal").isLessThan(count / 10);
  }

  @Test
  void decidesAllNumbersOfOrdinarySize() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 500_000; i++) {
      check(random.nextLong() >>> random.nextInt(64), random.nextInt(-40, 20));
    }
    assertThat(undecided).isZero();
  }

  @Test
  void findsEachDoubleByTheDigitsThatJavaWrites() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
      if (Double.isFinite(value) && value >= Double.MIN_NORMAL) {
        BigDecimal written = new BigDecimal(Double.toString(value));
        check(written.unscaledValue().longValueExact(), -written.scale());
      }
    }
  }

  /** The middle of two doubles, and its neighbours. */
  @Test
  void roundsTheMiddleOfTwoNumbersToTheEvenOne() {
    SplittableRandom random = new SplittableRandom(4);
    BigInteger most = BigInteger.ONE.shiftLeft(64);
    for (int i = 0; i < 200_000; i++) {
      long mantissa = (1L << 53) | random.nextLong(1L << 53) | 1; // 54 bits, the last one set
      BigInteger middle = BigInteger.valueOf(mantissa);
      int power = random.nextInt(-4, 24);
      // mantissa * 2^k = digits * 10^power
      BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
      BigInteger scaled = power < 0 ? middle.multiply(ten) : middle;
      for (BigInteger digits = scaled; digits.compareTo(most) < 0; digits = digits.shiftLeft(1)) {
        for (int next = -1; next <= 1; next++) {
          check(digits.longValue() + next, power);
        }
      }
    }
    for (int digits = 18; digits < 64; digits++) {
      for (int power = 0; power < 28; power++) {
        BigInteger five = BigInteger.valueOf(5).pow(power);
        BigInteger middle = BigInteger.ONE.shiftLeft(54).add(BigInteger.ONE).divide(five);
        for (int next = -2; next <= 2; next++) {
          check(middle.longValue() + next, power);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0, 400",
    "1, 0",
    "9007199254740993, 0",
    "9007199254740995, 0",
    "9007199254740991, 22",
    "17976931348623157, 292",
    "22250738585072014, -324",
    "22250738585072011, -324",
    "49406564584124654, -340",
    "1, 308",
    "1, 309",
    "1, -342",
    "1, -343",
    "-1, 0",
    "-1, 289",
    "-1, 290",
    "10, -2147483648",
    "10, 2147483647"
  })
  void edges(long digits, int power) {
    check(digits, power);
  }
}
