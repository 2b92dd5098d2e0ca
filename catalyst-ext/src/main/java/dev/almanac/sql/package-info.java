/**
 * Temporal clauses in SQL text: where they stand, what they select, and the same statement with
 * Spark's own time travel in their place.
 *
 * <p>Works on tokens and offsets of the text alone; nothing of Spark. Its edge to Spark's parser is
 * {@link dev.almanac.sql.spark}.
 */
package dev.almanac.sql;
