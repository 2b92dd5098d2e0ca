package dev.almanac.firestore;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A document's full name in the server's order: part by part, numbered ids before others, and these
 * by their bytes.
 */
record DocumentName(String name) implements Comparable<DocumentName> {

  private static final String NUMBERED = "__id(-?\\d+)__";

  @Override
  public int compareTo(DocumentName other) {
    return Arrays.compare(
        name.split("/", -1), other.name.split("/", -1), DocumentName::compareParts);
  }

  private static int compareParts(String one, String other) {
    boolean oneNumbered = one.matches(NUMBERED);
    boolean otherNumbered = other.matches(NUMBERED);
    if (oneNumbered && otherNumbered) {
      return Long.compare(number(one), number(other));
    }
    if (oneNumbered != otherNumbered) {
      return oneNumbered ? -1 : 1;
    }
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static long number(String id) {
    return Long.parseLong(id.replaceAll(NUMBERED, "$1"));
  }
}
