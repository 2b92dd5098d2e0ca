package dev.almanac.bench.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.execution.arrow.ArrowWriter;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.ArrowUtils;
import scala.collection.Iterator;

/** Writes the rows of a dataset of Parquet files as Arrow's files, one for each. */
final class ArrowCopy {

  private static final int ROWS_PER_BATCH = 8_192;

  private ArrowCopy() {}

  static void write(SparkSession spark, Path parquet, Path arrow) throws IOException {
    for (Path file : Folders.files(parquet, "parquet")) {
      Path folder = arrow.resolve(parquet.relativize(file.getParent()));
      Files.createDirectories(folder);
      copy((Dataset<?>) spark.read().parquet(file.toString()), folder.resolve("rows.arrow"));
      Files.createFile(folder.resolve("frame.complete"));
    }
  }

  private static void copy(Dataset<?> rows, Path file) throws IOException {
    StructType schema = rows.schema();
    try (BufferAllocator allocator = new RootAllocator();
        VectorSchemaRoot root =
            VectorSchemaRoot.create(
                ArrowUtils.toArrowSchema(schema, "UTC", true, false), allocator);
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ArrowFileWriter out = new ArrowFileWriter(root, null, channel)) {
      out.start();
      ArrowWriter batch = ArrowWriter.create(root);
      Iterator<InternalRow> left = rows.queryExecution().executedPlan().executeToIterator();
      while (left.hasNext()) {
        for (int i = 0; i < ROWS_PER_BATCH && left.hasNext(); i++) {
          batch.write(left.next());
        }
        batch.finish();
        out.writeBatch();
        batch.reset();
      }
      out.end();
    }
  }
}
