package dev.almanac.ui;

import dev.almanac.ui.spark.DatasetsTab;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the tab when the application starts, if it has a UI. */
final class DatasetsDriver implements DriverPlugin {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetsDriver.class);

  @Override
  public Map<String, String> init(SparkContext context, PluginContext plugin) {
    if (context.ui().isDefined()) {
      DatasetsTab.attach(context, context.ui().get());
    } else {
      LOG.info("There is no tab Datasets, as this application has no UI (spark.ui.enabled=false).");
    }
    return Map.of();
  }
}
