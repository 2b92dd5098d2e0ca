package dev.almanac.folders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sorts very many entries of a folder by their names. These mostly begin alike, and differ soon
 * after that ({@code part-00017-..}): so a few characters of each are sorted as numbers first,
 * beside which comparing strings would take most of the time, waiting for memory.
 */
final class NameOrder {

  /** Of a number, so many bits say which entry it is. */
  private static final int PLACE_BITS = 24;

  private static final long PLACE = (1L << PLACE_BITS) - 1;
  private static final int CHARACTERS = (Long.SIZE - PLACE_BITS) / Byte.SIZE;
  private static final int LAST_CHARACTER = 0xFF; // stands for all after it, too

  private NameOrder() {}

  /**
   * Some entries of a folder, as far sorted as they can be without the others: threads can sort
   * parts side by side.
   */
  static final class Part<T> {

    private final List<T> entries; // as they came
    private final Function<T, String> name;
    private final String begin; // of all their names

    /** Of each entry a number of what comes after that, and the entry's place; ascending. */
    private final long[] keys;

    private Part(List<T> entries, Function<T, String> name, String begin) {
      this.entries = entries;
      this.name = name;
      this.begin = begin;
      this.keys = new long[entries.size()];
      for (int i = 0; i < keys.length; i++) {
        long after = after(name.apply(entries.get(i)), begin.length());
        keys[i] = (after << PLACE_BITS | i) ^ Long.MIN_VALUE; // numbers are signed
      }
      Arrays.sort(keys);
    }

    /**
     * A part of a folder.
     *
     * @param entries fewer than {@code 1 << 24}
     */
    static <T> Part<T> of(List<T> entries, Function<T, String> name) {
      return new Part<>(entries, name, shared(entries.stream().map(name)));
    }

    private Part<T> with(String shorter) {
      return shorter.length() == begin.length() ? this : new Part<>(entries, name, shorter);
    }
  }

  /** The entries of all parts by name, as {@link String#compareTo} has it. */
  static <T> List<T> merged(List<Part<T>> parts) {
    List<T> entries = new ArrayList<>();
    parts.forEach(part -> entries.addAll(part.entries));
    if (entries.isEmpty()) {
      return entries;
    }
    Comparator<T> byName = Comparator.comparing(parts.get(0).name);
    if (entries.size() > PLACE) {
      entries.sort(byName);
      return entries;
    }
    long[] keys = keys(parts, entries.size());
    List<T> sorted = new ArrayList<>(keys.length);
    int start = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >> PLACE_BITS != keys[start] >> PLACE_BITS) {
        sorted.subList(start, i).sort(byName);
        start = i;
      }
      sorted.add(entries.get((int) (keys[i] & PLACE)));
    }
    sorted.subList(start, sorted.size()).sort(byName);
    return sorted;
  }

  private static <T> long[] keys(List<Part<T>> parts, int size) {
    String begin = shared(parts.stream().map(part -> part.begin));
    long[] keys = new long[size];
    int at = 0;
    // Mostly the parts begin as all do, and have their numbers.
    for (Part<T> part : parts.parallelStream().map(part -> part.with(begin)).toList()) {
      int before = at;
      for (long key : part.keys) {
        keys[at++] = key + before;
      }
    }
    Arrays.sort(keys);
    return keys;
  }

  /** What all names begin with. */
  private static String shared(Stream<String> names) {
    return names.reduce(NameOrder::shared).orElse("");
  }

  private static String shared(String name, String other) {
    int most = Math.min(name.length(), other.length());
    int alike = 0;
    while (alike < most && name.charAt(alike) == other.charAt(alike)) {
      alike++;
    }
    return alike == name.length() ? name : name.substring(0, alike);
  }

  /** A few characters from a place on, in whose order names are, as far as it tells. */
  private static long after(String name, int from) {
    long after = 0;
    boolean tells = true; // what follows a character that has no number of its own does not
    for (int i = from; i < from + CHARACTERS; i++) {
      int character = tells && i < name.length() ? Math.min(name.charAt(i), LAST_CHARACTER) : 0;
      tells &= character < LAST_CHARACTER;
      after = after << Byte.SIZE | character;
    }
    return after;
  }
}
