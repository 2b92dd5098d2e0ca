package dev.almanac.generate;

import com.google.common.collect.Iterators;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of TPC-H whose rows have a date that they became known on. The rows are those of the
 * benchmark's own generator, in its order; money is decimal.
 */
public enum DatedTable {
  /** Orders, by the day of the order. */
  ORDERS("orders", "o_orderdate", "o_orderkey"),
  /** Line items of orders, by the day of their shipment. */
  LINEITEM("lineitem", "l_shipdate", "l_orderkey", "l_linenumber");

  private final String table;
  private final int date;
  private final int order;
  private final OptionalInt line;

  DatedTable(String table, String date, String order, String... line) {
    this.table = table;
    this.date = schema().fieldIndex(date);
    this.order = schema().fieldIndex(order);
    this.line = Arrays.stream(line).mapToInt(schema()::fieldIndex).findAny();
  }

  public StructType schema() {
    StructType schema = new StructType();
    for (TpchColumn<?> column : TpchTable.getTable(table).getColumns()) {
      schema = schema.add(column.getColumnName(), type(column), false);
    }
    return schema;
  }

  /** Where a row of this table belongs. */
  RowKey key(Row row) {
    int number = line.isPresent() ? row.getInt(line.getAsInt()) : 0;
    return new RowKey(row.getAs(date), row.getLong(order), number);
  }

  /**
   * One of the parts that the table can be made in.
   *
   * @param scale 1 makes 1.5 million orders and 6 million line items
   * @param part from 1 to {@code parts}
   */
  public Iterator<Row> rows(double scale, int part, int parts) {
    return rows(TpchTable.getTable(table), scale, part, parts);
  }

  private static <E extends TpchEntity> Iterator<Row> rows(
      TpchTable<E> table, double scale, int part, int parts) {
    List<TpchColumn<E>> columns = table.getColumns();
    return Iterators.transform(
        table.createGenerator(scale, part, parts).iterator(),
        entity -> RowFactory.create(columns.stream().map(c -> value(c, entity)).toArray()));
  }

  private static DataType type(TpchColumn<?> column) {
    return switch (column.getType().getBase()) {
      case IDENTIFIER -> DataTypes.LongType;
      case INTEGER -> DataTypes.IntegerType;
      case DATE -> DataTypes.DateType;
      case DOUBLE -> DataTypes.createDecimalType(12, 2);
      case VARCHAR -> DataTypes.StringType;
    };
  }

  private static <E extends TpchEntity> Object value(TpchColumn<E> column, E entity) {
    return switch (column.getType().getBase()) {
      case IDENTIFIER -> column.getIdentifier(entity);
      case INTEGER -> column.getInteger(entity);
      case DATE -> LocalDate.ofEpochDay(column.getDate(entity));
      case DOUBLE -> BigDecimal.valueOf(column.getDouble(entity)).setScale(2, RoundingMode.HALF_UP);
      case VARCHAR -> column.getString(entity);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
