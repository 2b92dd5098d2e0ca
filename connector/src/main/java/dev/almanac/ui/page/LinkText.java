package dev.almanac.ui.page;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of several parts in links: letters, digits, {@code -} and {@code _} as they are, others as
 * {@code ~} and two hexadecimal digits for each byte of UTF-8, and a dot between parts. Plain names
 * stay readable, and what can be in a name survives proxies that decode links, and Spark's filter,
 * which takes quotes out of parameters and escapes others.
 */
final class LinkText {

  private LinkText() {}

  static String of(List<String> parts) {
    return String.join(".", parts.stream().map(LinkText::encoded).toList());
  }

  private static String encoded(String part) {
    StringBuilder text = new StringBuilder();
    for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c)) {
        text.append(c);
      } else {
        text.append(String.format("~%02x", b & 0xff));
      }
    }
    return text.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** The parts of a name; what is not encoded stands for itself. None for an empty text. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String part : text.split("\\.", -1)) {
        parts.add(decoded(part));
      }
    }
    return parts;
  }

  private static String decoded(String part) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '~' && part.substring(i).matches("(?s)~[0-9a-fA-F]{2}.*")) {
        bytes.write(Integer.parseInt(part.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(part.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
