package dev.almanac.ui.spark;

import dev.almanac.ui.page.DatasetPage;
import dev.almanac.ui.page.DayPage;
import dev.almanac.ui.page.OverviewPage;
import dev.almanac.ui.page.StorePage;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.ui.SparkUI;
import org.apache.spark.ui.SparkUITab;

/** The tab "Datasets". */
public final class DatasetsTab extends SparkUITab {

  private DatasetsTab(SparkUI ui, SparkApplication application) {
    super(ui, "datasets");
    PageWork work = new PageWork();
    List.of(
            new OverviewPage(application),
            new StorePage(application),
            new DatasetPage(application),
            new DayPage(application))
        .forEach(page -> attachPage(new TabPage(page, this, application, work)));
  }

  /** Adds the tab to an application's UI, and begins to watch its queries. */
  public static void attach(SparkContext context, SparkUI ui) {
    SqlListener listener = new SqlListener();
    context.addSparkListener(listener);
    ui.attachTab(new DatasetsTab(ui, new SparkApplication(listener)));
  }

  /** Behind Spark's tab SQL, which has 0. */
  @Override
  public int displayOrder() {
    return 1;
  }
}
