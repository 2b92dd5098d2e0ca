package dev.almanac.bench.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The orders in which contenders take their turns, round by round. What comes after a peer that
 * leaves caches cold is slower, so each must come after each other equally often, and in each
 * place: that is a design of Williams' (1949), by which medicine orders treatments. Of an even
 * number of contenders it has as many rounds, of an odd number twice as many; then it begins again,
 * otherwise shuffled.
 */
final class Turns<T> {

  private final List<T> contenders;
  private final Random lot;
  private List<List<T>> ahead = List.of();

  /**
   * @param seed of the lot: the same gives the same orders
   */
  Turns(List<T> contenders, int seed) {
    this.contenders = new ArrayList<>(contenders);
    this.lot = new Random(seed);
  }

  /** Who takes turns in the next round, first to last. */
  List<T> next() {
    if (ahead.isEmpty()) {
      Collections.shuffle(contenders, lot);
      ahead = design();
      Collections.shuffle(ahead, lot);
    }
    return ahead.remove(ahead.size() - 1);
  }

  /** Two neighbours of a row differ by another number each time; so do those of rows moved on. */
  private List<List<T>> design() {
    List<List<T>> rows = new ArrayList<>();
    int size = contenders.size();
    for (int moved = 0; moved < size; moved++) {
      List<T> row = new ArrayList<>();
      for (int place = 0; place < size; place++) {
        int there = place % 2 == 0 ? size - place / 2 : place / 2 + 1; // 0, 1, -1, 2, -2 ..
        row.add(contenders.get((there + moved) % size));
      }
      rows.add(row);
      if (size % 2 == 1) {
        List<T> back = new ArrayList<>(row);
        Collections.reverse(back);
        rows.add(back);
      }
    }
    return rows;
  }
}
