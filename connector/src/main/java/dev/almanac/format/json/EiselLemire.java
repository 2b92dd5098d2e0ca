package dev.almanac.format.json;

import java.math.BigInteger;

/**
 * The {@code double} nearest to a decimal number, by Eisel's and Lemire's algorithm (D. Lemire,
 * "Number Parsing at a Gigabyte per Second", 2021): the digits times the first 128 bits of a power
 * of five have, but for very few numbers, all bits that decide about rounding.
 */
final class EiselLemire {

  /** Instead of a number: another algorithm has to find it. */
  static final double UNDECIDED = Double.NaN;

  private static final int LEAST_POWER = -342;
  private static final int MOST_POWER = 308;
  private static final int MOST_ROUNDED_UP = 27; // of those below one, as the paper has it
  private static final int MANTISSA_BITS = 52;
  private static final int SHIFT = 64 - MANTISSA_BITS - 3;
  private static final long NOT_DECIDING = -1L >>> (MANTISSA_BITS + 3);
  private static final int BIAS = 1023;
  private static final int INFINITE = 0x7FF;

  /** The upper and the lower half of 128 bits for each power, the first of which is set. */
  private static final long[] FIVES = new long[2 * (MOST_POWER - LEAST_POWER + 1)];

  static {
    BigInteger five = BigInteger.valueOf(5);
    BigInteger power = BigInteger.ONE;
    for (int i = 0; i <= -LEAST_POWER; i++) {
      if (i <= MOST_POWER) {
        put(i, power.shiftLeft(128).shiftRight(power.bitLength()));
      }
      if (i > 0) {
        BigInteger bits = BigInteger.ONE.shiftLeft(127 + power.bitLength()).divide(power);
        put(-i, i <= MOST_ROUNDED_UP ? bits.add(BigInteger.ONE) : bits);
      }
      power = power.multiply(five);
    }
  }

  private static void put(int power, BigInteger bits) {
    FIVES[2 * (power - LEAST_POWER)] = bits.shiftRight(64).longValue();
    FIVES[2 * (power - LEAST_POWER) + 1] = bits.longValue();
  }

  private EiselLemire() {}

  /**
   * The number nearest to digits times a power of ten.
   *
   * @param digits without sign
   * @return not negative, or {@link #UNDECIDED}
   */
  static double of(long digits, int power) {
    if (digits == 0) {
      return 0;
    }
    if (power < LEAST_POWER || power > MOST_POWER) {
      return UNDECIDED;
    }
    int zeros = Long.numberOfLeadingZeros(digits);
    long factor = digits << zeros;
    int five = 2 * (power - LEAST_POWER);
    long low = factor * FIVES[five];
    long high = highHalf(factor, FIVES[five]);
    if ((high & NOT_DECIDING) == NOT_DECIDING) {
      long more = highHalf(factor, FIVES[five + 1]);
      low += more;
      if (Long.compareUnsigned(low, more) < 0) {
        high++;
      }
      if (low == -1L) {
        return UNDECIDED;
      }
    }
    int upper = (int) (high >>> 63);
    long mantissa = high >>> (upper + SHIFT);
    int exponent = ((217706 * power) >> 16) + 63 + upper - zeros + BIAS; // 217706 = 2^16 log2(10)
    if (exponent <= 0) {
      return UNDECIDED; // subnormal, or 0
    }
    if (mayBeHalfway(low, power, mantissa) && mantissa << (upper + SHIFT) == high) {
      mantissa &= ~1L; // in the middle of two numbers: to the even one
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa == 2L << MANTISSA_BITS) {
      mantissa >>>= 1;
      exponent++;
    }
    if (exponent >= INFINITE) {
      return UNDECIDED;
    }
    return Double.longBitsToDouble(
        (mantissa & ((1L << MANTISSA_BITS) - 1)) | ((long) exponent << MANTISSA_BITS));
  }

  /** Only of such powers can a product be exact, and its bits the middle of two numbers. */
  private static boolean mayBeHalfway(long low, int power, long mantissa) {
    return Long.compareUnsigned(low, 1) <= 0 && power >= -4 && power <= 23 && (mantissa & 3) == 1;
  }

  private static long highHalf(long one, long other) {
    long signed = Math.multiplyHigh(one, other);
    return signed + ((one >> 63) & other) + ((other >> 63) & one);
  }
}
