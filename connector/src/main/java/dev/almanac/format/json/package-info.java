/**
 * Reads JSON lines from bytes into columns, without a string or a row in between, as far as they
 * are plain: strict JSON, in UTF-8, whose values are of the columns' types and in their range. Of
 * any other line nothing is decided here: Spark's own parser reads it, so that what is lenient,
 * malformed or odd comes out as from {@code spark.read.json}.
 *
 * <p>May use Spark's public column vectors, and {@code dev.almanac.spark} for the parser and for
 * times; knows nothing of files but the stream of their text.
 */
package dev.almanac.format.json;
