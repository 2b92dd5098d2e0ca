package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random datasets: what is read does not depend on the order in which files are listed. */
class ListingOrderTest {

  private static final List<String> DAYS =
      List.of(
          "year_2024/month_03/day_17",
          "year_2024/month_03/day_18",
          "year_2024/month_03/day_1",
          "year_2024/month_13/day_01");
  private static final List<String> UNITS =
      List.of(
          "",
          "",
          "",
          "/by_hour/hour=00",
          "/by_hour/hour=5",
          "/by_hour/hour=24",
          "/by_k/k=1",
          "/by_k/k=10",
          "/by_k",
          "/by_j/j=1",
          "/BACKOUT",
          "/p");
  private static final List<String> FRAMES =
      List.of("", "", "/as_at_1", "/as_at_9", "/as_at_10", "/as_at_20240318-100000", "/as_at_01");
  private static final List<String> FILES =
      List.of("/a.csv", "/b.parquet", "/c.txt", "/frame.complete", "/frame.ignore", "/p/d.csv");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shuffledListingsGiveTheSame(int seed) {
    Random random = new Random(seed);
    List<ListedFile> listing = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String path = pick(DAYS, random) + pick(UNITS, random) + pick(FRAMES, random);
      ListedFile file = new ListedFile(path + pick(FILES, random), i, 0);
      if (listing.stream().noneMatch(other -> other.path().equals(file.path()))) {
        listing.add(file);
      }
    }
    List<ReadRequest> requests =
        List.of(
            ReadRequest.ALL,
            ReadRequest.of(days("2024-03-17")),
            ReadRequest.of(hours("2024-03-17T05..2024-03-18T01")),
            ReadRequest.ALL.withFilter(SegmentFilter.of(Map.of("k", List.of("1")))),
            ReadRequest.ALL.asOf(Instant.parse("2024-03-18T10:00:00Z")));
    List<PartitionScheme> schemes =
        List.of(PartitionScheme.mabel(), PartitionScheme.none(), PartitionScheme.undatedMabel());

    for (PartitionScheme scheme : schemes) {
      Contents contents = Contents.of(scheme, listing);
      for (int round = 0; round < 5; round++) {
        List<ListedFile> shuffled = new ArrayList<>(listing);
        shuffled.add(listing.get(random.nextInt(listing.size()))); // listed twice
        Collections.shuffle(shuffled, random);
        Contents other = Contents.of(scheme, shuffled);
        for (ReadRequest request : requests) {
          Selection selection = contents.select(request);
          assertThat(other.select(request)).isEqualTo(selection);
          assertThat(selection.files()).doesNotHaveDuplicates();
        }
      }
    }
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
