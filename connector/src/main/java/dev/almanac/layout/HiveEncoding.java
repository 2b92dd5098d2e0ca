package dev.almanac.layout;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The names of Hive's partition folders. */
final class HiveEncoding {

  /** What stands for null. */
  static final String NULL = "__HIVE_DEFAULT_PARTITION__";

  private HiveEncoding() {}

  /**
   * Replaces {@code %XX}. Hive and Spark escape ASCII only; others escape the bytes of UTF-8. Bytes
   * that are not UTF-8 are taken for characters up to 255, as Hive does.
   */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (hexAt(text, at) >= 0) {
        bytes.write(hexAt(text, at));
        at += 3;
      }
      if (bytes.size() > 0) {
        decoded.append(decode(bytes.toByteArray()));
      } else {
        decoded.append(text.charAt(at));
        at++;
      }
    }
    return decoded.toString();
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  /** The byte of the escape at a position; -1 where there is none. */
  private static int hexAt(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
