package dev.almanac.format.json;

import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarMap;

/** Maps from strings; a key may be there twice, as in Spark's. */
final class MapColumn extends ListColumn {

  private final StringColumn keys;
  private final Column values;

  MapColumn(MapType type, StringColumn keys, Column values) {
    super(type);
    this.keys = keys;
    this.values = values;
  }

  @Override
  int elements() {
    return keys.size();
  }

  @Override
  void truncateElements(int count) {
    keys.truncate(count);
    values.truncate(count);
  }

  @Override
  void clear() {
    super.clear();
    keys.clear();
    values.clear();
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    MapData map = from.getMap(ordinal);
    for (int i = 0; i < map.numElements(); i++) {
      keys.add(map.keyArray(), i);
      values.addNullable(map.valueArray(), i);
    }
    addFilled();
  }

  @Override
  public ColumnarMap getMap(int row) {
    return new ColumnarMap(keys, values, start(row), length(row));
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return ordinal == 0 ? keys : values;
  }
}
