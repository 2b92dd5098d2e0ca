/**
 * Text: lines, compression, JSON and delimited values. Opens files and cuts them into lines itself,
 * and leaves the parsing to Spark, or to {@code dev.almanac.format.json}.
 */
package dev.almanac.format.text;
