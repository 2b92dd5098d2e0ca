package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;

/** Strings: where they are in the batch's texts. */
final class StringColumn extends Column {

  private final Texts texts;
  private final SharedStrings shared = new SharedStrings();
  private long[] places = new long[firstCapacity()]; // start and length in 32 bits each

  StringColumn(DataType type, Texts texts) {
    super(type);
    this.texts = texts;
  }

  /**
   * Adds a string that is in the lines as it is; a negative start is ~start in what was written.
   */
  void addFromLines(int start, int length) {
    int row = next();
    places[row] = ((long) start << 32) | length;
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
    places = Arrays.copyOf(places, capacity);
  }

  @Override
  public UTF8String getUTF8String(int row) {
    if (isNullAt(row)) {
      return null;
    }
    int start = (int) (places[row] >> 32);
    int length = (int) places[row];
    return start >= 0
        ? shared.of(texts.lines(), start, length)
        : UTF8String.fromBytes(texts.written(), ~start, length);
  }
}
