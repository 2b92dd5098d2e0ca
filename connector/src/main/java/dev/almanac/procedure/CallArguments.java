package dev.almanac.procedure;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The arguments of a call, by the position of their parameters.
 *
 * @param row as Spark gives them, checked and in order
 */
record CallArguments(InternalRow row) {

  /** An argument that cannot be left out; empty text for SQL's null. */
  String text(int position) {
    return row.isNullAt(position) ? "" : row.getUTF8String(position).toString();
  }

  /** Empty where it was left out. */
  Optional<LocalDate> date(int position) {
    return row.isNullAt(position)
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(row.getInt(position)));
  }

  boolean flag(int position) {
    return !row.isNullAt(position) && row.getBoolean(position);
  }

  /** Empty where it was left out. */
  Map<String, String> map(int position) {
    Map<String, String> entries = new TreeMap<>();
    if (!row.isNullAt(position)) {
      MapData map = row.getMap(position);
      for (int i = 0; i < map.numElements(); i++) {
        UTF8String value = map.valueArray().getUTF8String(i);
        entries.put(
            map.keyArray().getUTF8String(i).toString(), value == null ? "" : value.toString());
      }
    }
    return entries;
  }
}
