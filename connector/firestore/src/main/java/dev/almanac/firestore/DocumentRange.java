package dev.almanac.firestore;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * The part of a query that a task reads.
 *
 * @param from the full name of the first document; empty for the first there is
 * @param to the full name of the first that is not read; empty to the last
 */
record DocumentRange(String from, String to) implements InputPartition {

  private static final long serialVersionUID = 1;
}
