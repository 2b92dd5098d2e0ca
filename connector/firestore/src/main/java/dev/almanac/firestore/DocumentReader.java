package dev.almanac.firestore;

import com.google.firestore.v1.Document;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads the rows of a task. */
final class DocumentReader implements PartitionReader<InternalRow> {

  private final Pages pages;
  private final Predicate<Document> wanted;
  private final RowReader rows;
  private long left;
  private long documents;
  private InternalRow row;

  /**
   * @param wanted which documents are the table's
   * @param limit the most rows to give
   */
  DocumentReader(Pages pages, Predicate<Document> wanted, RowReader rows, long limit) {
    this.pages = pages;
    this.wanted = wanted;
    this.rows = rows;
    this.left = limit;
  }

  @Override
  public boolean next() {
    while (left > 0) {
      Optional<Document> document = pages.next(left);
      if (document.isEmpty()) {
        return false;
      }
      documents++;
      if (wanted.test(document.get())) {
        left--;
        row = rows.read(document.get());
        return true;
      }
    }
    return false;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return ScanMetric.values(pages.requests(), documents);
  }

  @Override
  public void close() {
    pages.close();
  }
}
