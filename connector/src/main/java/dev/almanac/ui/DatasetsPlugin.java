package dev.almanac.ui;

import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Adds the tab "Datasets" to the UI of an application: {@code
 * spark.plugins=dev.almanac.ui.DatasetsPlugin}. Executors do nothing.
 */
public final class DatasetsPlugin implements SparkPlugin {

  /** Spark makes plugins by name. */
  public DatasetsPlugin() {}

  @Override
  public DriverPlugin driverPlugin() {
    return new DatasetsDriver();
  }

  /** Null is Spark's sign for none. */
  @Override
  public ExecutorPlugin executorPlugin() {
    return null;
  }
}
