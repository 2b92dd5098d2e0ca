package dev.almanac.format.footer;

import java.util.Optional;

/**
 * The result of an aggregate over one file.
 *
 * @param value as Spark holds it; empty for SQL's null: the greatest of no values
 */
record Answer(Optional<Object> value) {

  static final Answer NULL = new Answer(Optional.empty());

  static Answer of(Object value) {
    return new Answer(Optional.of(value));
  }

  /** This least or greatest value, with one more value taken into account. */
  Answer further(Object next, boolean greatest) {
    if (value.isEmpty()) {
      return of(next);
    }
    int order = compare(next, value.get());
    return (greatest ? order > 0 : order < 0) ? of(next) : this;
  }

  /** As Spark compares: NaN is the greatest number, and zeros are alike whatever their sign. */
  @SuppressWarnings("unchecked") // both are of the column's type
  private static int compare(Object a, Object b) {
    if (a instanceof Double x && b instanceof Double y) {
      return x.doubleValue() == y.doubleValue() ? 0 : Double.compare(x, y);
    }
    if (a instanceof Float x && b instanceof Float y) {
      return x.floatValue() == y.floatValue() ? 0 : Float.compare(x, y);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }
}
