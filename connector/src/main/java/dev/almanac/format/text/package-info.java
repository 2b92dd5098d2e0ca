/**
 * Text: lines, compression, JSON and delimited values. Opens files and cuts them into lines itself,
 * and leaves the parsing to Spark.
 */
package dev.almanac.format.text;
