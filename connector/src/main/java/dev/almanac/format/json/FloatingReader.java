package dev.almanac.format.json;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers into {@code double} or {@code float}. Those of few digits are made from two numbers
 * that are exact, by one operation, which rounds as it should; other {@code double}s of at most 18
 * digits by {@link EiselLemire}; the rest by Jackson's algorithm.
 */
final class FloatingReader extends ValueReader {

  private static final double[] TENS = new double[23]; // the powers of ten that a double has

  private static final float[] FLOAT_TENS = new float[11];

  static {
    for (int i = 0; i < TENS.length; i++) {
      TENS[i] = Double.parseDouble("1e" + i);
    }
    for (int i = 0; i < FLOAT_TENS.length; i++) {
      FLOAT_TENS[i] = Float.parseFloat("1e" + i);
    }
  }

  private static final int MOST_DIGITS = 18; // that surely fit into a long
  private static final int MOST_EXPONENT_DIGITS = 4;
  private static final int NO_EXPONENT = Integer.MAX_VALUE;
  private static final int MOST_INTEGER_DIGITS = 9; // for which Jackson goes by int
  private static final long MOST_EXACT = 1L << 53;
  private static final long MOST_EXACT_FLOAT = 1L << 24;

  private final FixedColumn column;
  private final boolean single;

  FloatingReader(FixedColumn column, boolean single) {
    this.column = column;
    this.single = single;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    boolean negative = text[at] == '-';
    int first = negative ? at + 1 : at;
    int point = Numbers.digits(text, first);
    int count = point - first;
    if (count == 0 || (text[first] == '0' && count > 1)) {
      return Plain.NOT;
    }
    if (text[point] != '.') {
      if ((text[point] | 0x20) == 'e') {
        return byJackson(text, at);
      }
      return integer(text, first, point, negative) ? point : Plain.NOT;
    }
    int end = Numbers.digits(text, point + 1);
    int fraction = end - point - 1;
    if (fraction == 0) {
      return Plain.NOT;
    }
    if (count + fraction > MOST_DIGITS) {
      return byJackson(text, at);
    }
    long digits =
        Numbers.value(text, first, point) * Numbers.ten(fraction)
            + Numbers.value(text, point + 1, end);
    int next = end;
    int power = -fraction;
    if ((text[end] | 0x20) == 'e') {
      next = Numbers.exponent(text, end);
      if (next < 0) {
        return Plain.NOT;
      }
      int exponent = smallExponent(text, end + 1, next);
      if (exponent == NO_EXPONENT) {
        return byJackson(text, at);
      }
      power += exponent;
    }
    return addExact(digits, power, negative) ? next : byJackson(text, at);
  }

  /** An exponent with its sign, or that it has too many digits. */
  private static int smallExponent(byte[] text, int at, int end) {
    boolean signed = text[at] == '-' || text[at] == '+';
    int first = signed ? at + 1 : at;
    if (end - first > MOST_EXPONENT_DIGITS) {
      return NO_EXPONENT;
    }
    int value = (int) Numbers.value(text, first, end);
    return text[at] == '-' ? -value : value;
  }

  private boolean addExact(long digits, int power, boolean negative) {
    if (single) {
      if (digits > MOST_EXACT_FLOAT || power > 0 || -power >= FLOAT_TENS.length) {
        return false;
      }
      float value = (float) digits / FLOAT_TENS[-power];
      add(negative ? -value : value);
      return true;
    }
    double value =
        digits <= MOST_EXACT && power <= 0 && -power < TENS.length
            ? (double) digits / TENS[-power]
            : EiselLemire.of(digits, power);
    if (Double.isNaN(value)) {
      return false;
    }
    add(negative ? -value : value);
    return true;
  }

  /** Adds a number that is written without point and exponent, of which "-0" is no negative 0. */
  private boolean integer(byte[] text, int first, int end, boolean negative) {
    if (end - first > (single ? MOST_INTEGER_DIGITS : MOST_DIGITS)) {
      return false;
    }
    long value = Numbers.value(text, first, end);
    long signed = negative ? -value : value;
    if (single) {
      add((float) signed);
    } else {
      add((double) signed);
    }
    return true;
  }

  private int byJackson(byte[] text, int at) {
    int end = Numbers.skip(text, at);
    if (end < 0) {
      return Plain.NOT;
    }
    String number = new String(text, at, end - at, StandardCharsets.ISO_8859_1);
    if (single) {
      add(NumberInput.parseFloat(number, true));
    } else {
      add(NumberInput.parseDouble(number, true));
    }
    return end;
  }

  private void add(double value) {
    column.add(Double.doubleToRawLongBits(value));
  }

  private void add(float value) {
    column.add(Float.floatToRawIntBits(value));
  }
}
