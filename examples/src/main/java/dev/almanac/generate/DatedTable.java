package dev.almanac.generate;

import com.google.common.collect.Iterators;
import io.trino.tpch.TpchColumn;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of TPC-H whose rows have a date that they became known on. The rows are those of the
 * benchmark's own generator, in its order; money is decimal.
 */
@SuppressWarnings("ImmutableEnumChecker") // both are immutable, though their types do not say so
public enum DatedTable {
  ORDERS("orders", "o_orderdate", List.of("o_orderkey")),
  LINEITEM("lineitem", "l_shipdate", List.of("l_orderkey", "l_linenumber"));

  private final TpchTable<?> table;
  private final String date;
  private final List<String> key;

  DatedTable(String table, String date, List<String> key) {
    this.table = TpchTable.getTable(table);
    this.date = date;
    this.key = key;
  }

  /** The column with the day that a row belongs to. */
  public String date() {
    return date;
  }

  /** The columns that tell rows apart; the first is the number of the order. */
  public List<String> key() {
    return key;
  }

  public StructType schema() {
    StructType schema = new StructType();
    for (TpchColumn<?> column : table.getColumns()) {
      schema = schema.add(column.getColumnName(), type(column), false);
    }
    return schema;
  }

  /**
   * One of the parts that the table can be made in.
   *
   * @param scale 1 makes 1.5 million orders and 6 million line items
   * @param part from 1 to {@code parts}
   */
  public Iterator<Row> rows(double scale, int part, int parts) {
    return rows(table, scale, part, parts);
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
