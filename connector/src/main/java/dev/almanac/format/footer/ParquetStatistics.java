package dev.almanac.format.footer;

import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/**
 * The statistics of a Parquet file.
 *
 * @param caseSensitive whether columns that differ in case are different columns
 */
record ParquetStatistics(ParquetMetadata footer, boolean caseSensitive)
    implements FooterStatistics {

  /** The writer that counts NaN as the greatest number, as Spark does; others leave it out. */
  private static final String PARQUET_JAVA = "parquet-mr";

  @Override
  public long rows() {
    return footer.getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
  }

  @Override
  public Optional<Long> values(StructField column) {
    List<Type> found = find(column.name());
    if (found.isEmpty()) {
      return Optional.of(0L);
    }
    if (!isSimple(found)) {
      return Optional.empty();
    }
    Type type = found.get(0);
    if (type.isRepetition(Type.Repetition.REQUIRED)) {
      return Optional.of(rows());
    }
    long values = 0;
    for (BlockMetaData block : footer.getBlocks()) {
      Statistics<?> statistics = statistics(block, type.getName());
      if (statistics == null || !statistics.isNumNullsSet()) {
        return Optional.empty();
      }
      values += block.getRowCount() - statistics.getNumNulls();
    }
    return Optional.of(values);
  }

  @Override
  public Optional<Answer> extreme(StructField column, boolean greatest) {
    List<Type> found = find(column.name());
    if (found.isEmpty()) {
      return Optional.of(Answer.NULL);
    }
    if (!isSimple(found)) {
      return Optional.empty();
    }
    PrimitiveType type = found.get(0).asPrimitiveType();
    Answer extreme = Answer.NULL;
    for (BlockMetaData block : footer.getBlocks()) {
      Statistics<?> statistics = statistics(block, type.getName());
      if (statistics == null) {
        return Optional.empty();
      }
      if (!statistics.hasNonNullValue()) {
        if (!statistics.isNumNullsSet() || statistics.getNumNulls() != block.getRowCount()) {
          return Optional.empty();
        }
        continue; // all null
      }
      Object bound = greatest ? statistics.genericGetMax() : statistics.genericGetMin();
      Optional<Object> value = value(bound, type, column.dataType(), greatest);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      extreme = extreme.further(value.get(), greatest);
    }
    return Optional.of(extreme);
  }

  private Optional<Object> value(
      Object bound, PrimitiveType type, DataType wanted, boolean greatest) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    boolean plainInteger =
        logical == null
            || (logical instanceof IntLogicalTypeAnnotation integer && integer.isSigned());
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> StatisticValues.bool((Boolean) bound, wanted);
      case INT32 ->
          logical instanceof DateLogicalTypeAnnotation
              ? StatisticValues.day((Integer) bound, wanted)
              : plainInteger ? StatisticValues.integer((Integer) bound, wanted) : Optional.empty();
      case INT64 -> plainInteger ? StatisticValues.integer((Long) bound, wanted) : Optional.empty();
      case FLOAT, DOUBLE ->
          logical == null && (!greatest || countsNaN())
              ? StatisticValues.floating(((Number) bound).doubleValue(), wanted)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean countsNaN() {
    String writer = footer.getFileMetaData().getCreatedBy();
    return writer != null && writer.startsWith(PARQUET_JAVA);
  }

  /** The columns of that name: more than one, if it is spelled in several cases. */
  private List<Type> find(String name) {
    List<Type> fields = footer.getFileMetaData().getSchema().getFields();
    return fields.stream()
        .filter(
            field ->
                caseSensitive
                    ? field.getName().equals(name)
                    : field.getName().equalsIgnoreCase(name))
        .toList();
  }

  private static boolean isSimple(List<Type> found) {
    return found.size() == 1
        && found.get(0).isPrimitive()
        && !found.get(0).isRepetition(Type.Repetition.REPEATED);
  }

  /** Null if there are none. */
  private static Statistics<?> statistics(BlockMetaData block, String name) {
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      if (chunk.getPath().size() == 1 && chunk.getPath().toArray()[0].equals(name)) {
        return chunk.getStatistics();
      }
    }
    return null;
  }
}
