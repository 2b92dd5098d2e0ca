package dev.almanac.spark;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Picks columns out of rows by name, and gives nulls for those that the rows do not have.
 *
 * <p>Internal: {@link GenericInternalRow}. The only row that the public API can make is one of
 * external values.
 */
public final class RowProjection implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int[] ordinals;
  private final DataType[] types;

  /**
   * @param from the columns that the rows have; names match exactly
   * @param to the columns to give, of the same types
   */
  public RowProjection(StructType from, StructType to) {
    this.ordinals =
        Arrays.stream(to.fieldNames())
            .mapToInt(name -> Arrays.asList(from.fieldNames()).indexOf(name))
            .toArray();
    this.types = Arrays.stream(to.fields()).map(field -> field.dataType()).toArray(DataType[]::new);
  }

  /** Whether the rows are just as they shall be. */
  public boolean isIdentity(StructType from) {
    return from.length() == ordinals.length
        && java.util.stream.IntStream.range(0, ordinals.length).allMatch(i -> ordinals[i] == i);
  }

  /** A row to hand to {@link #apply}, again and again. */
  public InternalRow newRow() {
    return new GenericInternalRow(ordinals.length);
  }

  /** Fills a row of {@link #newRow} from another. */
  public InternalRow apply(InternalRow from, InternalRow to) {
    for (int i = 0; i < ordinals.length; i++) {
      int ordinal = ordinals[i];
      to.update(i, ordinal < 0 || from.isNullAt(ordinal) ? null : from.get(ordinal, types[i]));
    }
    return to;
  }
}
