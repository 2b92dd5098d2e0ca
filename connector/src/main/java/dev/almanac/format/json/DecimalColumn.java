package dev.almanac.format.json;

import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;

/** Decimals of more digits than a {@code long} has. */
final class DecimalColumn extends Column {

  private final DecimalType decimal;
  private Decimal[] values = new Decimal[firstCapacity()];

  DecimalColumn(DecimalType type) {
    super(type);
    this.decimal = type;
  }

  void add(Decimal value) {
    int row = next();
    values[row] = value;
  }

  @Override
  void add(SpecializedGetters from, int ordinal) {
    add(from.getDecimal(ordinal, decimal.precision(), decimal.scale()));
  }

  @Override
  void resize(int capacity) {
    values = Arrays.copyOf(values, capacity);
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    return isNullAt(row) ? null : values[row];
  }
}
