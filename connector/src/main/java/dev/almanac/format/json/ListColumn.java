package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.sql.types.DataType;

/** Values that are made of any number of elements in other columns. */
abstract class ListColumn extends Column {

  private int[] ends = new int[firstCapacity()]; // of each value's elements

  ListColumn(DataType type) {
    super(type);
  }

  /** How many elements there are. */
  abstract int elements();

  abstract void truncateElements(int count);

  /** Adds a value of all elements that were added since the value before. */
  final void addFilled() {
    int row = next();
    ends[row] = elements();
  }

  @Override
  final void addNull() {
    super.addNull();
    ends[size() - 1] = elements();
  }

  final int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  final int length(int row) {
    return ends[row] - start(row);
  }

  @Override
  final void truncate(int newSize) {
    super.truncate(newSize);
    truncateElements(start(newSize));
  }

  @Override
  final void resize(int capacity) {
    ends = Arrays.copyOf(ends, capacity);
  }
}
