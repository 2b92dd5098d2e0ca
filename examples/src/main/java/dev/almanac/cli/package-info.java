/**
 * The command line {@code ./almanac}: SQL over folders of dated files on an embedded Spark.
 *
 * <p>{@link dev.almanac.cli.Main} parses the arguments, {@link dev.almanac.cli.LocalSession} starts
 * Spark with the catalog, {@link dev.almanac.cli.SqlScript} cuts the text into statements, {@link
 * dev.almanac.cli.StatementRunner} runs them, and a {@link dev.almanac.cli.ResultFormat} writes
 * what they return. It uses Almanac as any application would: through Spark's configuration alone.
 */
package dev.almanac.cli;
