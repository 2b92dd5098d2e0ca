package dev.almanac.cli;

import dev.almanac.spark.ListingEvent;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** What Spark is doing: running tasks, or listing folders before it does. */
final class SparkActivity extends SparkListener implements Supplier<Optional<String>> {

  private final SparkStatusTracker tracker;
  private volatile Optional<ListingEvent> listing = Optional.empty();

  private SparkActivity(SparkStatusTracker tracker) {
    this.tracker = tracker;
  }

  static SparkActivity of(SparkContext context) {
    SparkActivity activity = new SparkActivity(context.statusTracker());
    context.addSparkListener(activity);
    return activity;
  }

  @Override
  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof ListingEvent progress) {
      listing = Optional.of(progress);
    }
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    listing = Optional.empty();
  }

  /** In words, without the time. */
  @Override
  public Optional<String> get() {
    int stages = 0;
    int tasks = 0;
    int done = 0;
    int running = 0;
    for (int id : tracker.getActiveStageIds()) {
      SparkStageInfo stage = tracker.getStageInfo(id).getOrElse(() -> null);
      if (stage != null) {
        stages++;
        tasks += stage.numTasks();
        done += stage.numCompletedTasks();
        running += stage.numActiveTasks();
      }
    }
    return stages > 0
        ? Optional.of(tasks(done, tasks, running))
        : listing.map(SparkActivity::listing);
  }

  static String tasks(int done, int tasks, int running) {
    return String.format(Locale.ROOT, "%,d of %,d tasks done, %,d running", done, tasks, running);
  }

  static String listing(ListingEvent event) {
    String of =
        event.expected() > event.folders()
            ? String.format(Locale.ROOT, " of %,d", event.expected())
            : "";
    return String.format(
        Locale.ROOT,
        "Listing %s: %,d%s folders, %,d files",
        event.dataset(),
        event.folders(),
        of,
        event.files());
  }
}
