package dev.almanac.folders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Sorts very many entries of a folder by their names. These mostly begin alike, and differ soon
 * after that ({@code part-00017-..}): so a few characters of each are sorted as numbers first,
 * beside which comparing strings would take most of the time, waiting for memory.
 */
final class NameOrder {

  /** Of a number, so many bits say which entry it is. */
  private static final int PLACE_BITS = 24;

  private static final int CHARACTERS = (Long.SIZE - PLACE_BITS) / Byte.SIZE;
  private static final int LAST_CHARACTER = 0xFF; // stands for all after it, too

  private NameOrder() {}

  /** The entries by name, as {@link String#compareTo} has it. */
  static <T> List<T> sorted(List<T> entries, Function<T, String> name) {
    Comparator<T> byName = Comparator.comparing(name);
    if (entries.size() >= 1 << PLACE_BITS) {
      return entries.stream().sorted(byName).toList();
    }
    int alike = beginAlike(entries, name);
    long[] keys = new long[entries.size()];
    for (int i = 0; i < keys.length; i++) {
      // Numbers are signed, characters are not.
      keys[i] = (beginning(name.apply(entries.get(i)), alike) << PLACE_BITS | i) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    List<T> sorted = new ArrayList<>(keys.length);
    int start = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >> PLACE_BITS != keys[start] >> PLACE_BITS) {
        sorted.subList(start, i).sort(byName);
        start = i;
      }
      sorted.add(entries.get((int) (keys[i] & (1 << PLACE_BITS) - 1)));
    }
    sorted.subList(start, sorted.size()).sort(byName);
    return sorted;
  }

  /** How many characters all names begin with. */
  private static <T> int beginAlike(List<T> entries, Function<T, String> name) {
    String first = entries.isEmpty() ? "" : name.apply(entries.get(0));
    int alike = first.length();
    for (T entry : entries) {
      String other = name.apply(entry);
      int most = Math.min(alike, other.length());
      alike = 0;
      while (alike < most && other.charAt(alike) == first.charAt(alike)) {
        alike++;
      }
    }
    return alike;
  }

  /** A few characters from a place on, in whose order names are, as far as it tells. */
  private static long beginning(String name, int from) {
    long beginning = 0;
    boolean tells = true; // what follows a character that has no number of its own does not
    for (int i = from; i < from + CHARACTERS; i++) {
      int character = tells && i < name.length() ? Math.min(name.charAt(i), LAST_CHARACTER) : 0;
      tells &= character < LAST_CHARACTER;
      beginning = beginning << Byte.SIZE | character;
    }
    return beginning;
  }
}
