package dev.almanac.spark;

import org.apache.spark.sql.connector.read.Scan;

/** A scan that knows how much it reads before its tasks are planned. */
public interface SizedScan extends Scan {

  /** How many files are read. */
  int files();

  /** Their length in bytes, as they are stored. */
  long bytes();
}
