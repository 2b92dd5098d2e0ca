/**
 * The only place that uses what Spark does not promise to keep: its file formats, text parsers and
 * session state. Each class says which internals it needs and why there is no public way.
 *
 * <p>Nothing here knows the rest of Almanac but its errors; the packages above hand in plain
 * values.
 */
package dev.almanac.spark;
