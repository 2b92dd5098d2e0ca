package dev.almanac.format.json;

import com.fasterxml.jackson.core.io.NumberInput;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers into {@code double} or {@code float}. Those of few digits are made from two numbers
 * that are exact, by one operation, which rounds as it should; others by Jackson's algorithm.
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
    long digits = 0;
    int next = first;
    for (; Numbers.isDigit(text[next]); next++) {
      digits = digits * 10 + (text[next] - '0');
    }
    int count = next - first;
    if (count == 0 || (text[first] == '0' && count > 1)) {
      return Plain.NOT;
    }
    if (text[next] != '.' && (text[next] | 0x20) != 'e') {
      return integer(digits, count, negative) ? next : Plain.NOT;
    }
    int fraction = 0;
    if (text[next] == '.') {
      int point = next++;
      for (; Numbers.isDigit(text[next]); next++) {
        digits = digits * 10 + (text[next] - '0');
      }
      fraction = next - point - 1;
      if (fraction == 0) {
        return Plain.NOT;
      }
    }
    if ((text[next] | 0x20) == 'e' || count + fraction > MOST_DIGITS) {
      return byJackson(text, at);
    }
    if (single
        ? digits > MOST_EXACT_FLOAT || fraction >= FLOAT_TENS.length
        : digits > MOST_EXACT || fraction >= TENS.length) {
      return byJackson(text, at);
    }
    if (single) {
      float value = (float) digits / FLOAT_TENS[fraction];
      add(negative ? -value : value);
    } else {
      double value = (double) digits / TENS[fraction];
      add(negative ? -value : value);
    }
    return next;
  }

  /** Adds a number that is written without point and exponent, of which "-0" is no negative 0. */
  private boolean integer(long value, int digits, boolean negative) {
    long signed = negative ? -value : value;
    if (single && digits <= MOST_INTEGER_DIGITS) {
      add((float) signed);
      return true;
    }
    if (!single && digits <= MOST_DIGITS) {
      add((double) signed);
      return true;
    }
    return false;
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
