/**
 * What {@code CALL <catalog>.system.<name>(..)} runs: stores, calendars of datasets, and the days
 * that are missing.
 *
 * <p>Knows of stores and of the tables about a dataset, which it finds by their names as users do;
 * of no connector. {@code dev.almanac.catalog} hands the procedures to Spark, and {@code
 * dev.almanac.ui} shows the same facts in pages.
 */
package dev.almanac.procedure;
