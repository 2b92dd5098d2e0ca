package dev.almanac.format.footer;

import dev.almanac.schema.Fields;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.aggregate.AggregateFunc;
import org.apache.spark.sql.connector.expressions.aggregate.Count;
import org.apache.spark.sql.connector.expressions.aggregate.CountStar;
import org.apache.spark.sql.connector.expressions.aggregate.Max;
import org.apache.spark.sql.connector.expressions.aggregate.Min;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** An aggregate that footers may answer. */
sealed interface FooterFunction extends Serializable {

  /** The column of the result. */
  StructField result();

  /** The column that is aggregated, if it is one. */
  Optional<StructField> column();

  /** The aggregate of a file by its footer; empty if the footer does not tell. */
  Optional<Answer> answer(FooterStatistics file);

  /**
   * Aggregates rows instead.
   *
   * @param rows the columns of the rows, the aggregated one among them
   */
  Accumulator accumulator(StructType rows);

  /** Takes one row after the other into account. */
  interface Accumulator {

    void add(InternalRow row);

    Answer answer();
  }

  /** {@code count(*)}. */
  record CountRows() implements FooterFunction {

    @Override
    public StructField result() {
      return field("count(*)", DataTypes.LongType);
    }

    @Override
    public Optional<StructField> column() {
      return Optional.empty();
    }

    @Override
    public Optional<Answer> answer(FooterStatistics file) {
      return Optional.of(Answer.of(file.rows()));
    }

    @Override
    public Accumulator accumulator(StructType rows) {
      return new Counter(row -> true);
    }
  }

  /** {@code count(column)}: of values that are not null. */
  record CountValues(StructField counted) implements FooterFunction {

    @Override
    public StructField result() {
      return field("count(" + counted.name() + ")", DataTypes.LongType);
    }

    @Override
    public Optional<StructField> column() {
      return Optional.of(counted);
    }

    @Override
    public Optional<Answer> answer(FooterStatistics file) {
      return file.values(counted).map(Answer::of);
    }

    @Override
    public Accumulator accumulator(StructType rows) {
      int ordinal = rows.fieldIndex(counted.name());
      return new Counter(row -> !row.isNullAt(ordinal));
    }
  }

  /**
   * {@code min(column)} or {@code max(column)}.
   *
   * @param greatest whether it is {@code max}
   */
  record Extreme(StructField compared, boolean greatest) implements FooterFunction {

    @Override
    public StructField result() {
      return field((greatest ? "max(" : "min(") + compared.name() + ")", compared.dataType());
    }

    @Override
    public Optional<StructField> column() {
      return Optional.of(compared);
    }

    @Override
    public Optional<Answer> answer(FooterStatistics file) {
      return file.extreme(compared, greatest);
    }

    @Override
    public Accumulator accumulator(StructType rows) {
      int ordinal = rows.fieldIndex(compared.name());
      return new Accumulator() {
        private Answer extreme = Answer.NULL;

        @Override
        public void add(InternalRow row) {
          if (!row.isNullAt(ordinal)) {
            extreme = extreme.further(row.get(ordinal, compared.dataType()), greatest);
          }
        }

        @Override
        public Answer answer() {
          return extreme;
        }
      };
    }
  }

  /** Counts the rows that pass a test. */
  final class Counter implements Accumulator {

    private final Predicate<InternalRow> counts;
    private long count;

    Counter(Predicate<InternalRow> counts) {
      this.counts = counts;
    }

    @Override
    public void add(InternalRow row) {
      if (counts.test(row)) {
        count++;
      }
    }

    @Override
    public Answer answer() {
      return Answer.of(count);
    }
  }

  /** Columns of results carry no metadata of the columns that they are about. */
  private static StructField field(String name, DataType type) {
    return new StructField(name, type, true, Metadata.empty());
  }

  /** The functions, if all of them are such that footers may answer them. */
  static Optional<List<FooterFunction>> of(
      List<AggregateFunc> wanted, StructType table, boolean caseSensitive) {
    List<FooterFunction> functions = new ArrayList<>();
    for (AggregateFunc function : wanted) {
      Optional<FooterFunction> found = of(function, table, caseSensitive);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      functions.add(found.get());
    }
    return Optional.of(functions);
  }

  private static Optional<FooterFunction> of(
      AggregateFunc function, StructType table, boolean caseSensitive) {
    if (function instanceof CountStar) {
      return Optional.of(new CountRows());
    }
    if (function instanceof Count count && !count.isDistinct()) {
      return column(count.column(), table, caseSensitive)
          .filter(column -> !isNested(column.dataType()))
          .map(CountValues::new);
    }
    if (function instanceof Min min) {
      return column(min.column(), table, caseSensitive)
          .filter(column -> hasExactExtremes(column.dataType()))
          .map(column -> new Extreme(column, false));
    }
    if (function instanceof Max max) {
      return column(max.column(), table, caseSensitive)
          .filter(column -> hasExactExtremes(column.dataType()))
          .map(column -> new Extreme(column, true));
    }
    return Optional.empty();
  }

  private static Optional<StructField> column(
      Expression expression, StructType table, boolean caseSensitive) {
    return expression instanceof NamedReference reference && reference.fieldNames().length == 1
        ? Fields.find(table, reference.fieldNames()[0], caseSensitive)
        : Optional.empty();
  }

  /**
   * Spark's rule: not of text and decimals, whose statistics may be cut short, and not of
   * timestamps, which may be stored in a form that has no order.
   */
  private static boolean hasExactExtremes(DataType type) {
    return type instanceof BooleanType
        || type instanceof ByteType
        || type instanceof ShortType
        || type instanceof IntegerType
        || type instanceof LongType
        || type instanceof FloatType
        || type instanceof DoubleType
        || type instanceof DateType;
  }

  private static boolean isNested(DataType type) {
    return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
  }
}
