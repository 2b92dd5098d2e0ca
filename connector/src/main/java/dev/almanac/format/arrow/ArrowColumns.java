package dev.almanac.format.arrow;

import dev.almanac.format.arrow.NestedColumns.Elements;
import dev.almanac.format.arrow.NestedColumns.OfArrays;
import dev.almanac.format.arrow.NestedColumns.OfMaps;
import dev.almanac.format.arrow.NestedColumns.OfStructs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.ExtensionTypeVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.LargeListViewVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.ListViewVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.RunEndEncodedVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.Types.MinorType;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * Shows Arrow vectors as Spark columns of given types, which hold the values of the vectors: see
 * {@link dev.almanac.schema.FileFit}.
 *
 * @param dictionaries gives the values of a dictionary by its id
 * @param caseSensitive whether fields that differ in case are different fields
 */
record ArrowColumns(LongFunction<FieldVector> dictionaries, boolean caseSensitive) {

  /** A vector as a column of a type. */
  ColumnVector column(FieldVector vector, DataType type) {
    if (vector.getField().getDictionary() != null) {
      FieldVector values = dictionaries.apply(vector.getField().getDictionary().getId());
      BaseIntVector positions = (BaseIntVector) vector;
      return new MappedColumn(
          vector, row -> (int) positions.getValueAsLong(row), column(values, type));
    }
    if (vector instanceof ExtensionTypeVector<?> extension) {
      return column((FieldVector) extension.getUnderlyingVector(), type);
    }
    if (vector instanceof RunEndEncodedVector runs) {
      return new MappedColumn(vector, runs::getPhysicalIndex, column(runs.getValuesVector(), type));
    }
    if (vector.getMinorType() == MinorType.NULL) {
      return new NullColumn(type, vector.getValueCount());
    }
    if (vector instanceof StructVector struct) {
      return structs(struct, (StructType) type);
    }
    if (vector instanceof MapVector map) {
      return maps(map, (MapType) type);
    }
    if (type instanceof ArrayType array) {
      return arrays(vector, array);
    }
    return SimpleVectors.column(vector, type);
  }

  private ColumnVector structs(StructVector vector, StructType type) {
    List<ColumnVector> fields = new ArrayList<>();
    for (StructField field : type.fields()) {
      FieldVector child = child(vector, field.name());
      fields.add(
          child == null
              ? new NullColumn(field.dataType(), vector.getValueCount())
              : column(child, field.dataType()));
    }
    return new OfStructs(vector, type, fields);
  }

  private FieldVector child(StructVector vector, String name) {
    int index =
        IpcNode.indexOf(
            vector.getChildrenFromFields().stream().map(FieldVector::getName).toList(),
            name,
            caseSensitive);
    return index < 0 ? null : vector.getChildrenFromFields().get(index);
  }

  private ColumnVector maps(MapVector vector, MapType type) {
    StructVector entries = (StructVector) vector.getDataVector();
    return new OfMaps(
        vector,
        type,
        elements(vector),
        column(entries.getChildrenFromFields().get(0), type.keyType()),
        column(entries.getChildrenFromFields().get(1), type.valueType()));
  }

  private ColumnVector arrays(FieldVector vector, ArrayType type) {
    FieldVector values = vector.getChildrenFromFields().get(0);
    return new OfArrays(vector, type, elements(vector), column(values, type.elementType()));
  }

  private static Elements elements(FieldVector vector) {
    if (vector instanceof ListVector list) { // maps too
      return new Elements(
          list::getElementStartIndex,
          row -> list.getElementEndIndex(row) - list.getElementStartIndex(row));
    }
    if (vector instanceof FixedSizeListVector list) {
      return new Elements(row -> row * list.getListSize(), row -> list.getListSize());
    }
    if (vector instanceof LargeListVector list) {
      return new Elements(
          row -> Math.toIntExact(list.getElementStartIndex(row)),
          row -> Math.toIntExact(list.getElementEndIndex(row) - list.getElementStartIndex(row)));
    }
    if (vector instanceof ListViewVector list) {
      return new Elements(
          row -> list.getOffsetBuffer().getInt((long) row * ListViewVector.OFFSET_WIDTH),
          row -> list.getSizeBuffer().getInt((long) row * ListViewVector.SIZE_WIDTH));
    }
    LargeListViewVector list = (LargeListViewVector) vector;
    return new Elements(
        row ->
            Math.toIntExact(
                list.getOffsetBuffer().getLong((long) row * LargeListViewVector.OFFSET_WIDTH)),
        row ->
            Math.toIntExact(
                list.getSizeBuffer().getLong((long) row * LargeListViewVector.SIZE_WIDTH)));
  }
}
