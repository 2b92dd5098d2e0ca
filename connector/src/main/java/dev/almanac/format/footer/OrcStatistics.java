package dev.almanac.format.footer;

import dev.almanac.spark.OrcFooters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.orc.BooleanColumnStatistics;
import org.apache.orc.ColumnStatistics;
import org.apache.orc.DateColumnStatistics;
import org.apache.orc.DoubleColumnStatistics;
import org.apache.orc.IntegerColumnStatistics;
import org.apache.orc.Reader;
import org.apache.orc.TypeDescription;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * The statistics of an ORC file.
 *
 * @param caseSensitive whether columns that differ in case are different columns
 */
record OrcStatistics(Reader footer, boolean caseSensitive) implements FooterStatistics {

  @Override
  public long rows() {
    return footer.getNumberOfRows();
  }

  @Override
  public Optional<Long> values(StructField column) {
    return statistics(column.name())
        .map(found -> found.isEmpty() ? 0L : found.get(0).getNumberOfValues());
  }

  @Override
  public Optional<Answer> extreme(StructField column, boolean greatest) {
    Optional<List<ColumnStatistics>> found = statistics(column.name());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (found.get().isEmpty() || found.get().get(0).getNumberOfValues() == 0) {
      return Optional.of(Answer.NULL);
    }
    return value(found.get().get(0), column.dataType(), greatest).map(Answer::of);
  }

  private static Optional<Object> value(
      ColumnStatistics statistics, DataType wanted, boolean greatest) {
    if (statistics instanceof IntegerColumnStatistics integers) {
      return StatisticValues.integer(
          greatest ? integers.getMaximum() : integers.getMinimum(), wanted);
    }
    if (statistics instanceof BooleanColumnStatistics booleans) {
      return StatisticValues.bool(
          greatest ? booleans.getTrueCount() > 0 : booleans.getFalseCount() == 0, wanted);
    }
    if (statistics instanceof DateColumnStatistics dates) {
      return StatisticValues.day(
          greatest ? dates.getMaximumDayOfEpoch() : dates.getMinimumDayOfEpoch(), wanted);
    }
    if (statistics instanceof DoubleColumnStatistics doubles) {
      // Extremes leave NaN out, or start from it; the sum shows whether there is one.
      return Double.isNaN(doubles.getSum())
          ? Optional.empty()
          : StatisticValues.floating(
              greatest ? doubles.getMaximum() : doubles.getMinimum(), wanted);
    }
    return Optional.empty();
  }

  /** Of a column that the file does not have: no statistics; of one that is not clear: empty. */
  private Optional<List<ColumnStatistics>> statistics(String name) {
    List<String> names = footer.getSchema().getFieldNames();
    if (OrcFooters.isUnnamed(OrcFooters.columns(footer))) {
      return Optional.empty();
    }
    List<TypeDescription> found =
        IntStream.range(0, names.size())
            .filter(
                i ->
                    caseSensitive ? names.get(i).equals(name) : names.get(i).equalsIgnoreCase(name))
            .mapToObj(i -> footer.getSchema().getChildren().get(i))
            .toList();
    if (found.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(found.stream().map(type -> footer.getStatistics()[type.getId()]).toList());
  }
}
