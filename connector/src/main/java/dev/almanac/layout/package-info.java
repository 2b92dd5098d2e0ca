/**
 * How datasets are laid out: partition schemes, days, hours, segments and frames, as pure functions
 * over a listing.
 *
 * <p>The way of a listing, top to bottom: {@link dev.almanac.layout.SchemeDetector} finds the
 * {@link dev.almanac.layout.PartitionScheme} of a dataset; the scheme says which folders to list
 * for a date range; {@link dev.almanac.layout.Contents} places the listed files in days, hours,
 * segments and frames; {@link dev.almanac.layout.Contents#select} says which of them are read, and
 * why the others are not. {@link dev.almanac.layout.DayWalk} finds days where the range does not
 * say them.
 *
 * <p>Nothing here lists, reads or knows Spark: this package uses {@code dev.almanac.temporal} and
 * the error type only. All paths are relative to the dataset's root, with {@code /} between their
 * elements, and are always looked at by elements, never by substrings.
 */
package dev.almanac.layout;
