package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.spark.ListingEvent;
import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slow listing as an application's listener sees it. */
class ListingEventTest extends LakeTest {

  /** The disk, with a LIST that takes its time. */
  public static final class SlowFileSystem extends CountingFileSystem {

    @Override
    public String getScheme() {
      return "slow";
    }

    @Override
    public RemoteIterator<LocatedFileStatus> listFiles(Path path, boolean recursive)
        throws IOException {
      try {
        Thread.sleep(400); // longer than what is not mentioned
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.listFiles(path, recursive);
    }
  }

  private final List<ListingEvent> events = new CopyOnWriteArrayList<>();
  private final SparkListener listener =
      new SparkListener() {
        @Override
        public void onOtherEvent(SparkListenerEvent event) {
          if (event instanceof ListingEvent progress) {
            events.add(progress);
          }
        }
      };

  @Override
  protected String location() {
    return "slow:" + folder;
  }

  @BeforeEach
  void listen() {
    spark().conf().set("spark.hadoop.fs.slow.impl", SlowFileSystem.class.getName());
    set("hadoop.fs.slow.impl", SlowFileSystem.class.getName());
    spark().sparkContext().addSparkListener(listener);
  }

  @AfterEach
  void stopListening() {
    spark().sparkContext().removeSparkListener(listener);
    spark().conf().unset("spark.hadoop.fs.slow.impl");
  }

  @Test
  void aRangeIsToldOfWhileItIsListed() throws Exception {
    set("partition-scheme", "mabel");
    for (int day = 1; day <= 31; day++) {
      lake.file("t/" + day(day) + "/a.jsonl", "{\"id\":1}\n");
    }

    assertThat(count("SELECT * FROM " + catalog + ".t VERSION AS OF '2024-01-01..2025-12-31'"))
        .isEqualTo(31);
    spark().sparkContext().listenerBus().waitUntilEmpty();

    assertThat(events)
        .isNotEmpty()
        .allSatisfy(
            event -> {
              assertThat(event.dataset()).isEqualTo(catalog + ".t");
              assertThat(event.folders()).isBetween(0L, event.expected());
              assertThat(event.millis()).isGreaterThanOrEqualTo(250);
              assertThat(event.logEvent()).isFalse();
            });
  }
}
