/**
 * Reads single files: {@link dev.almanac.format.DataFormat} is what a file format must offer,
 * {@link dev.almanac.format.Formats} holds them all. Knows neither datasets nor dates nor frames;
 * may use Spark's public API, {@code dev.almanac.spark} for the rest, and {@code
 * dev.almanac.schema}.
 */
package dev.almanac.format;
