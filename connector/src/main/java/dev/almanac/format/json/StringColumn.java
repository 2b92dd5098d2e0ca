package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/** Strings: where they are in the batch's texts. */
final class StringColumn extends Column {

  private final Texts texts;
  private int[] starts = new int[firstCapacity()]; // in the lines, or ~start in what was written
  private int[] lengths = new int[firstCapacity()];

  StringColumn(DataType type, Texts texts) {
    super(type);
    this.texts = texts;
  }

  /** Adds a string that is in the lines as it is. */
  void addFromLines(int start, int length) {
    int row = next();
    starts[row] = start;
    lengths[row] = length;
  }

  /** Adds what was written to the texts from a place on. */
  void addWritten(int start) {
    addFromLines(~start, texts.size() - start);
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    byte[] bytes = from.getUTF8String(ordinal).getBytes();
    int start = texts.size();
    texts.write(bytes, 0, bytes.length);
    addWritten(start);
  }

  @Override
  void resize(int capacity) {
    starts = Arrays.copyOf(starts, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    if (isNullAt(row)) {
      return null;
    }
    int start = starts[row];
    return start >= 0
        ? UTF8String.fromBytes(texts.lines(), start, lengths[row])
        : UTF8String.fromBytes(texts.written(), ~start, lengths[row]);
  }
}
