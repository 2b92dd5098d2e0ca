package dev.almanac.format.text;

import dev.almanac.spark.RowProjection;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Rows with some of the columns of other rows; reused. */
final class ProjectedRows implements PartitionReader<InternalRow> {

  private final PartitionReader<InternalRow> rows;
  private final RowProjection projection;
  private final InternalRow row;

  ProjectedRows(PartitionReader<InternalRow> rows, RowProjection projection) {
    this.rows = rows;
    this.projection = projection;
    this.row = projection.newRow();
  }

  @Override
  public boolean next() throws IOException {
    return rows.next();
  }

  @Override
  public InternalRow get() {
    return projection.apply(rows.get(), row);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
