package dev.almanac.folders;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/** What one task reads. */
interface FolderPartition extends InputPartition {

  /** In the order in which they are read. */
  List<PlannedFile> files();

  /** As it is sent to an executor. */
  record Sent(List<PlannedFile> files) implements FolderPartition {}
}
