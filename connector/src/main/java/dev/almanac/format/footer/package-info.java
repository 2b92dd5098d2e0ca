/**
 * Aggregates from the statistics in the footers of files. A statistic is used only where it is what
 * reading the file would give; {@link dev.almanac.format.footer.FileAggregation} reads the file
 * otherwise.
 */
package dev.almanac.format.footer;
