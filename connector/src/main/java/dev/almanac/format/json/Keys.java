package dev.almanac.format.json;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** The keys that the objects of a struct were seen to have, found by their bytes. */
final class Keys {

  /** Jackson has a limit, of 50,000 characters. */
  static final int LONGEST = 10_000;

  /** Where keys are data, they may be as many as records. */
  private static final int MOST_KEPT = 4096;

  private final Function<String, Optional<ValueReader>> readers;
  private final Key start = Key.start();
  private final Texts unescaped = new Texts();
  private Key[] table = new Key[32]; // open addressing, at most half full
  private int kept;

  /**
   * @param readers what reads the values of a key
   */
  Keys(Function<String, Optional<ValueReader>> readers) {
    this.readers = readers;
  }

  /** What comes before the first key. */
  Key start() {
    return start;
  }

  /**
   * The key after a quote.
   *
   * @return null if it is not plain
   */
  Key at(byte[] text, int start) {
    int end = Strings.skip(text, start);
    return end < 0 || end - start > LONGEST ? null : find(text, start, end);
  }

  private Key find(byte[] text, int start, int end) {
    int slot = slot(Key.hash(text, start, end));
    for (; table[slot] != null; slot = slot(slot + 1)) {
      if (table[slot].written().is(text, start, end)) {
        return table[slot];
      }
    }
    Key key = new Key(text, start, end, readers.apply(name(text, start, end - 1)));
    if (kept < MOST_KEPT) {
      table[slot] = key;
      kept++;
      if (2 * kept > table.length) {
        grow();
      }
    }
    return key;
  }

  private void grow() {
    Key[] keys = table;
    table = new Key[2 * keys.length];
    for (Key key : keys) {
      if (key != null) {
        int slot = slot(key.hash());
        while (table[slot] != null) {
          slot = slot(slot + 1);
        }
        table[slot] = key;
      }
    }
  }

  private int slot(int hash) {
    return hash & (table.length - 1);
  }

  private String name(byte[] text, int start, int end) {
    unescaped.start(text);
    int from = start;
    for (int at = Strings.special(text, from); at < end; at = Strings.special(text, from)) {
      unescaped.write(text, from, at - from);
      from = Escapes.write(text, at, unescaped);
    }
    unescaped.write(text, from, end - from);
    return new String(unescaped.written(), 0, unescaped.size(), StandardCharsets.UTF_8);
  }
}
