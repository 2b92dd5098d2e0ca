package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.spark.ListingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a listing is told of, by a clock that the test turns. */
class ListingWatchTest {

  private final List<ListingEvent> told = new ArrayList<>();
  private final List<ListingEvent> logged = new ArrayList<>();
  private long now = 5_000_000_000L;
  private final ListingCounts counts =
      new ListingCounts(new ListingWatch("sales", () -> now, told::add, logged::add));

  private void after(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void whatIsDoneInAMomentIsNotMentioned() {
    after(249);
    counts.file();
    counts.add(1);

    assertThat(told).isEmpty();
    assertThat(logged).isEmpty();
  }

  @Test
  void listenersHearOfFoldersAndFiles() {
    counts.expect(3);
    counts.file();
    counts.file();
    after(400);
    counts.add(1);

    assertThat(told).containsExactly(new ListingEvent("sales", 1, 3, 2, 400));
    assertThat(logged).isEmpty();
  }

  @Test
  void whatIsExpectedAddsToWhatIsListed() {
    counts.expect(1);
    counts.add(1);
    counts.expect(12);
    after(1000);
    counts.add(1);

    assertThat(told).containsExactly(new ListingEvent("sales", 2, 13, 0, 1000));
  }

  @Test
  void noMoreThanAFewTimesASecond() {
    IntStream.range(0, 10_000)
        .forEach(
            file -> {
              counts.file();
              after(3);
            });

    assertThat(told).hasSizeBetween(115, 120);
    assertThat(logged).extracting(ListingEvent::millis).containsExactly(10_002L, 20_004L);
  }

  @Test
  void aFileCountsWhileItsFolderIsStillListed() {
    after(300);
    counts.file();

    assertThat(told).containsExactly(new ListingEvent("sales", 0, 0, 1, 300));
  }
}
