/**
 * The data that is measured on: made when a scenario first asks for it, the same on every machine,
 * and kept for the next run.
 *
 * <p>{@link dev.almanac.bench.data.DataSet} says what there is, {@link
 * dev.almanac.bench.data.BenchmarkData} makes it, and {@link dev.almanac.bench.data.TableFormats}
 * the tables of other formats with the same rows.
 */
package dev.almanac.bench.data;
