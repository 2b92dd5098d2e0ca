/**
 * Dates as users ask for them: the grammar of the {@code FOR} clause, the selections it yields, and
 * the ranges of instants that those come to at a given time.
 *
 * <p>The grammar is written once, in {@link dev.almanac.temporal.ClauseReader}. It has two callers:
 * the SQL extension, which reads a clause out of a statement, and the catalog, which gets the same
 * thing as a version string ({@code VERSION AS OF '..'}, {@code .option("versionAsOf", "..")}).
 *
 * <p>Pure values and functions: no clock, no I/O, nothing of Spark but the error type.
 */
package dev.almanac.temporal;
