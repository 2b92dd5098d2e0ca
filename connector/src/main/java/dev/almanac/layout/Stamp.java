package dev.almanac.layout;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What follows {@code as_at_} in a frame's name: any text.
 *
 * <p>Stamps are ordered with digit runs compared as numbers of any length ({@code 9} before {@code
 * 10}) and everything else character by character. Stamps that are equal so ({@code 1} and {@code
 * 01}) are ordered as text: the order is total, and the same for every listing.
 *
 * @param text as in the name
 */
public record Stamp(String text) implements Comparable<Stamp> {

  @Override
  public int compareTo(Stamp other) {
    String a = text;
    String b = other.text;
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = WholeNumber.end(a, i);
      int endB = WholeNumber.end(b, j);
      int order;
      if (endA > i && endB > j) {
        order = WholeNumber.compare(a, i, endA, b, j, endB);
      } else {
        order = Character.compare(a.charAt(i), b.charAt(j));
        endA = i + 1;
        endB = j + 1;
      }
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  /**
   * The instant that the stamp names, in UTC: digits for year, month and day, then perhaps hour,
   * minute, second and a fraction, with or without {@code - _ : . T Z} and spaces between them. A
   * stamp without a time means the start of the day. Empty for stamps that name no instant, such as
   * running numbers.
   */
  public Optional<Instant> instant() {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (WholeNumber.isDigit(c)) {
        digits.append(c);
      } else if ("-_:. TtZz".indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    int length = digits.length();
    boolean known = length == 8 || length == 10 || length == 12 || (length >= 14 && length <= 23);
    if (!known) {
      return Optional.empty();
    }
    String all = digits + "0".repeat(23 - length);
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(all, 0, 4),
              number(all, 4, 6),
              number(all, 6, 8),
              number(all, 8, 10),
              number(all, 10, 12),
              number(all, 12, 14),
              number(all, 14, 23));
      return time.getYear() == 0 ? Optional.empty() : Optional.of(time.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty(); // as_at_00000002 is no date
    }
  }

  private static int number(String digits, int start, int end) {
    return Integer.parseInt(digits, start, end, 10);
  }

  @Override
  public String toString() {
    return text;
  }
}
