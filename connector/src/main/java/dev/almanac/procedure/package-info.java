/**
 * What {@code CALL <catalog>.system.<name>(..)} runs: stores, calendars of datasets, and the days
 * that are missing.
 *
 * <p>Knows of stores and of the tables about a dataset, which it reads by SQL as users do; of no
 * connector. {@code dev.almanac.catalog} hands the procedures to Spark.
 */
package dev.almanac.procedure;
