package dev.almanac.spark;

import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column of strings that makes one string of each value of a file's dictionary, where Spark's
 * vector copies the value and makes a string of it for each row: of a column with few values, such
 * as a status, that is most of what it costs to read it. Strings never change, so rows may share
 * them.
 *
 * <p>Strings are kept for a batch at a time: the next one may have another dictionary.
 */
final class DictionaryStrings extends SparkColumn {

  /** As many as a batch has rows: of values further on in a dictionary, few come twice in it. */
  private static final int MOST_KEPT = 4096;

  private static final int FEW = 64;

  private WritableColumnVector places; // in the dictionary; null if this batch has none
  private UTF8String[] strings = {}; // by their places
  private int kept; // strings are at places below

  DictionaryStrings(WritableColumnVector vector) {
    super(vector);
  }

  @Override
  void refill() {
    places = vector.hasDictionary() ? vector.getDictionaryIds() : null;
    Arrays.fill(strings, 0, kept, null);
    kept = 0;
  }

  @Override
  public UTF8String getUTF8String(int row) {
    if (places == null || vector.isNullAt(row)) {
      return vector.getUTF8String(row);
    }
    int place = places.getDictId(row);
    UTF8String known = place < kept ? strings[place] : null;
    return known != null ? known : decode(row, place);
  }

  private UTF8String decode(int row, int place) {
    UTF8String string = vector.getUTF8String(row);
    if (place >= MOST_KEPT) {
      return string;
    }
    if (place >= strings.length) {
      int length = Math.max(FEW, Integer.highestOneBit(place) * 2);
      strings = Arrays.copyOf(strings, length);
    }
    strings[place] = string;
    kept = Math.max(kept, place + 1);
    return string;
  }
}
