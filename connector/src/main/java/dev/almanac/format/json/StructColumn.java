package dev.almanac.format.json;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Structs: as many values in each field's column as there are structs. */
final class StructColumn extends Column {

  private final List<Column> fields;

  StructColumn(StructType type, List<Column> fields) {
    super(type);
    this.fields = List.copyOf(fields);
  }

  /** Adds a struct whose fields have been added; those that have not are null. */
  void addFilled(int filled) {
    int row = next();
    if (filled < fields.size()) {
      for (int i = 0; i < fields.size(); i++) {
        Column field = fields.get(i);
        if (field.size() == row) {
          field.addNull();
        }
      }
    }
  }

  @Override
  void addNull() {
    super.addNull();
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).addNull();
    }
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    add(from.getStruct(ordinal, fields.size()));
  }

  void add(InternalRow row) {
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).addNullable(row, i);
    }
    next();
  }

  @Override
  void truncate(int newSize) {
    super.truncate(newSize);
    fields.forEach(field -> field.truncate(newSize));
  }

  @Override
  void clear() {
    super.clear();
    fields.forEach(Column::clear);
  }

  @Override
  void resize(int capacity) {
    // The fields grow by themselves.
  }

  @Override
  public ColumnVector getChild(int ordinal) {
    return fields.get(ordinal);
  }
}
