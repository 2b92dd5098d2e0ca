package dev.almanac.folders;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task reads.
 *
 * @param files in the order in which they are read
 */
record FolderPartition(List<PlannedFile> files) implements InputPartition {}
