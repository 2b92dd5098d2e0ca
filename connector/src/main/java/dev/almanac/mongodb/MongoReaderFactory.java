package dev.almanac.mongodb;

import com.mongodb.spark.sql.connector.config.ReadConfig;
import com.mongodb.spark.sql.connector.read.MongoInputPartition;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the readers, in the tasks.
 *
 * @param name the table's, for messages
 * @param config how to connect; it holds the store's secrets, which tasks need
 * @param columns the columns to give
 * @param counts whether the server answers with a number of documents
 * @param mode what to do with values that do not fit
 * @param errors how to tell what goes wrong
 */
record MongoReaderFactory(
    String name,
    ReadConfig config,
    StructType columns,
    boolean counts,
    MongoSettings.Mode mode,
    MongoErrors errors)
    implements PartitionReaderFactory {

  private static final long serialVersionUID = 1L;

  @Override
  public PartitionReader<InternalRow> createReader(InputPartition partition) {
    DocumentCursor cursor =
        new DocumentCursor(config, ((MongoInputPartition) partition).getPipeline());
    return counts
        ? new CountReader(name, cursor, errors)
        : new DocumentReader(name, cursor, new DocumentConverter(name, columns, mode), errors);
  }

  /** Not the record's own, which would show how to connect. */
  @Override
  public String toString() {
    return "MongoReaderFactory[" + name + "]";
  }
}
