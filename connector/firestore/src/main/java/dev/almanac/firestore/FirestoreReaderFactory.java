package dev.almanac.firestore;

import com.google.firestore.v1.StructuredQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the readers of a scan's tasks; it is sent to the executors, and holds no secret.
 *
 * @param table its name, for messages
 * @param query what all tasks ask parts of
 * @param order by which fields its result is ordered
 * @param columns what is read
 * @param all all columns of the table
 * @param aggregates none where rows are read
 * @param limit the most rows of a task
 * @param readTime {@link #NO_TIME} for whatever is there
 */
record FirestoreReaderFactory(
    String table,
    CollectionPath collection,
    Connection connection,
    StructuredQuery query,
    List<FieldPath> order,
    StructType columns,
    StructType all,
    PushedAggregates aggregates,
    long limit,
    int pageSize,
    boolean mismatchIsNull,
    Instant readTime)
    implements PartitionReaderFactory {

  private static final long serialVersionUID = 1;

  static final Instant NO_TIME = Instant.MIN; // because Optional cannot be sent

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    Server server = new Server(connection, table);
    Optional<Instant> time = Optional.of(readTime).filter(it -> !it.equals(NO_TIME));
    if (!aggregates.functions().isEmpty()) {
      return new AggregateReader(server, collection.parent(), query, aggregates, time);
    }
    Pages pages =
        new Pages(
            server, collection.parent(), query, order, (DocumentRange) partition, pageSize, time);
    RowReader rows = new RowReader(table, columns, all, connection::path, mismatchIsNull);
    return new DocumentReader(
        pages, document -> collection.matches(connection.path(document.getName())), rows, limit);
  }
}
