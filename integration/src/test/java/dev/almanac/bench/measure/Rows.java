package dev.almanac.bench.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The rows that a run gave, as a multiset: their order says nothing. Whole numbers and decimals are
 * the same whatever their type, {@code 1 = 1.00}; dates and times are text.
 *
 * <p>Only where one of two numbers is binary may they differ, by a part in 10<sup>9</sup>: sums of
 * such numbers depend on their order.
 */
public final class Rows {

  private static final double TOLERANCE = 1e-9;

  private final List<List<Object>> rows;

  private Rows(List<List<Object>> rows) {
    this.rows = rows;
  }

  /** Of values as a driver gives them; a value may be null. */
  public static Rows of(List<? extends List<?>> rows) {
    return new Rows(
        rows.stream().<List<Object>>map(row -> row.stream().map(Cells::of).toList()).toList());
  }

  /** One row with one number. */
  public static Rows of(long number) {
    return of(List.of(List.of(number)));
  }

  public int size() {
    return rows.size();
  }

  /**
   * What another one has that this one has not, or the other way round; empty if they are equal.
   */
  public Optional<String> difference(Rows other) {
    if (rows.size() != other.rows.size()) {
      return Optional.of(
          "%d rows and %d rows, such as %s and %s"
              .formatted(rows.size(), other.rows.size(), first(rows), first(other.rows)));
    }
    Map<List<Object>, List<List<Object>>> left = new HashMap<>();
    for (List<Object> row : other.rows) {
      left.computeIfAbsent(exact(row), key -> new ArrayList<>()).add(row);
    }
    for (List<Object> row : rows) {
      List<List<Object>> like = left.getOrDefault(exact(row), Collections.emptyList());
      if (!like.removeIf(new Once(row))) {
        return Optional.of(row + " is not among " + first(like.isEmpty() ? other.rows : like));
      }
    }
    return Optional.empty();
  }

  private static String first(List<List<Object>> rows) {
    return rows.size() > 3 ? rows.subList(0, 3) + " .." : rows.toString();
  }

  /** What must be equal as it is: all that is no number. */
  private static List<Object> exact(List<Object> row) {
    return row.stream().map(cell -> cell instanceof Number ? Number.class : cell).toList();
  }

  /** Takes the first row that is like one. */
  private static final class Once implements java.util.function.Predicate<List<Object>> {

    private final List<Object> row;
    private boolean found;

    Once(List<Object> row) {
      this.row = row;
    }

    @Override
    public boolean test(List<Object> other) {
      boolean take = !found && like(row, other);
      found |= take;
      return take;
    }
  }

  private static boolean like(List<Object> one, List<Object> other) {
    boolean like = one.size() == other.size();
    for (int i = 0; like && i < one.size(); i++) {
      like = like(one.get(i), other.get(i));
    }
    return like;
  }

  private static boolean like(Object one, Object other) {
    if (one instanceof Number a && other instanceof Number b) {
      boolean exact = one instanceof BigDecimal && other instanceof BigDecimal;
      return exact ? one.equals(other) : near(a.doubleValue(), b.doubleValue());
    }
    return Objects.equals(one, other);
  }

  private static boolean near(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
  }

  @Override
  public String toString() {
    return first(rows);
  }
}
