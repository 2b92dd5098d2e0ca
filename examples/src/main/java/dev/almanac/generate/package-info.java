/**
 * Daily data to try queries on: the orders and line items of TPC-H, cut into the days of their
 * dates, in the folders that Almanac reads.
 *
 * <p>{@link dev.almanac.generate.DailyData} is the Spark job; {@link
 * dev.almanac.generate.DatedTable} makes the rows, {@link dev.almanac.generate.Layout} names the
 * folders, {@link dev.almanac.generate.RowFile} writes a file. Equal arguments make equal bytes.
 */
package dev.almanac.generate;
