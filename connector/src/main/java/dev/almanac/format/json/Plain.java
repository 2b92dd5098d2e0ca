package dev.almanac.format.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the methods that go through bytes have in common.
 *
 * <p>They take the place of a first byte and give the place after what they went through, or {@link
 * #NOT} if it is not plain. They need not know where the text ends: a line end comes before, which
 * is no part of anything plain, and {@link #PADDING} bytes after it that can be looked at.
 */
final class Plain {

  /** Instead of a place: what is there is not plain, though it may be valid. */
  static final int NOT = -1;

  /** So many bytes after the last line end must be there, whatever they are. */
  static final int PADDING = 24;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private Plain() {}

  /** Eight bytes, the first in the lowest bits. */
  static long eight(byte[] text, int at) {
    return (long) LONGS.get(text, at);
  }

  /** Four bytes, the first in the lowest bits. */
  static int four(byte[] text, int at) {
    return (int) INTS.get(text, at);
  }

  /** The next byte that is no white space. */
  static int skipSpace(byte[] text, int at) {
    if (text[at] > ' ') {
      return at; // as it mostly is
    }
    int next = at;
    while (text[next] == ' ' || text[next] == '\t') {
      next++;
    }
    return next;
  }

  static int literal(byte[] text, int at, int firstFour) {
    return four(text, at) == firstFour ? at + 4 : NOT;
  }

  static final int NULL = fourOf("null");
  static final int TRUE = fourOf("true");
  static final int ALSE = fourOf("alse");

  private static int fourOf(String ascii) {
    return ascii.charAt(0)
        | (ascii.charAt(1) << 8)
        | (ascii.charAt(2) << 16)
        | (ascii.charAt(3) << 24);
  }
}
