package dev.almanac.format.json;

import dev.almanac.spark.TypedColumn;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;

/**
 * A column of a batch: filled value by value at its end, cut back where a line turns out not to be
 * plain, and emptied for the next batch.
 */
abstract class Column extends TypedColumn {

  private static final int FIRST_CAPACITY = 1024;

  /** What is kept from one batch to the next; more, which one odd line may need, is given back. */
  private static final int MOST_KEPT = 1 << 17;

  private boolean[] nulls = new boolean[FIRST_CAPACITY]; // false from size on
  private int size;
  private boolean anyNull;

  Column(DataType type) {
    super(type);
  }

  final int size() {
    return size;
  }

  void addNull() {
    int row = next();
    nulls[row] = true;
    anyNull = true;
  }

  /** Adds the value, not null, that a row or an array has at a place. */
  abstract void add(SpecializedGetters from, int ordinal);

  /** Adds what a row or an array has at a place. */
  final void addNullable(SpecializedGetters from, int ordinal) {
    if (from.isNullAt(ordinal)) {
      addNull();
    } else {
      add(from, ordinal);
    }
  }

  /** Forgets all but the first values. */
  void truncate(int newSize) {
    if (anyNull) {
      Arrays.fill(nulls, newSize, size, false);
    }
    size = newSize;
  }

  /** Forgets all values. */
  void clear() {
    if (nulls.length > MOST_KEPT) {
      nulls = new boolean[FIRST_CAPACITY];
      resize(FIRST_CAPACITY);
    } else if (anyNull) {
      Arrays.fill(nulls, 0, size, false);
    }
    size = 0;
    anyNull = false;
  }

  /** Makes room for so many values, and keeps those that there are. */
  abstract void resize(int capacity);

  /** The place of a value that is added, not null. */
  final int next() {
    if (size == nulls.length) {
      int capacity = Math.multiplyExact(size, 2);
      nulls = Arrays.copyOf(nulls, capacity);
      resize(capacity);
    }
    return size++;
  }

  /** How many values to have room for in the beginning. */
  static int firstCapacity() {
    return FIRST_CAPACITY;
  }

  @Override
  public final boolean isNullAt(int row) {
    return nulls[row];
  }

  @Override
  public final boolean hasNull() {
    return anyNull;
  }

  @Override
  public final int numNulls() {
    int count = 0;
    for (int row = 0; row < size; row++) {
      count += nulls[row] ? 1 : 0;
    }
    return count;
  }

  @Override
  public final void close() {
    // Nothing is held but memory.
  }
}
