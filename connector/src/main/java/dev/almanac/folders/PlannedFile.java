package dev.almanac.folders;

import dev.almanac.format.FileSlice;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * A slice of a file as a task gets it.
 *
 * @param format the name of its format
 * @param slice which bytes
 * @param constants the values of the scan's constant columns, in their order
 */
record PlannedFile(String format, FileSlice slice, InternalRow constants) implements Serializable {}
