/**
 * The Spark plugin that adds the tab "Datasets" to Spark's UI: {@code
 * spark.plugins=dev.almanac.ui.DatasetsPlugin}. Nothing else of Almanac knows of it, and none of
 * its classes is loaded without that setting.
 *
 * <p>The pages are in {@code dev.almanac.ui.page}, and what hangs them into Spark's UI is in {@code
 * dev.almanac.ui.spark}.
 */
package dev.almanac.ui;
