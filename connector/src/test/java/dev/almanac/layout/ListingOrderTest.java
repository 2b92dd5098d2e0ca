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
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
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
      ListedFile file = any(random, i);
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

  @Test
  void withoutSegmentsNoFilterMakesADifference() {
    SegmentFilter filter =
        SegmentFilter.of(
            Map.of("k", List.of("1"), "j", List.of("2"), "hour", List.of("5"), "p", List.of("1")));
    int narrowed = 0;
    int whole = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<ListedFile> listing = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        listing.add(any(random, i));
      }
      Contents contents = Contents.of(PartitionScheme.mabel(), listing);
      for (ReadRequest request :
          List.of(
              ReadRequest.ALL,
              ReadRequest.of(days("2024-03-17")),
              ReadRequest.of(hours("2024-03-17T05..2024-03-18T01")))) {
        List<DataFile> all = contents.select(request).files();
        List<DataFile> filtered = contents.select(request.withFilter(filter)).files();
        if (contents.isSegmented()) {
          narrowed += filtered.equals(all) ? 0 : 1;
        } else {
          assertThat(filtered).as("seed %d", seed).isEqualTo(all);
          whole += all.isEmpty() ? 0 : 1;
        }
      }
    }
    assertThat(narrowed).isGreaterThan(50);
    assertThat(whole).isGreaterThan(50);
  }

  /** Long listings are placed in parts, which end anywhere: in a frame, between kinds of files. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void longListingsGiveWhatTheirDaysGive(int seed) {
    Random random = new Random(seed);
    List<List<ListedFile>> days = new ArrayList<>();
    List<ListedFile> all = new ArrayList<>();
    for (int day = 1; day <= 4; day++) {
      Map<String, ListedFile> files = new TreeMap<>();
      int most = 2000 + random.nextInt(2000); // too few for parts
      while (files.size() < most) {
        String folder = "year_2024/month_03/day_0" + day + pick(UNITS, random);
        String name = folder + pick(FRAMES, random) + "/%04d".formatted(random.nextInt(5000));
        String path =
            random.nextInt(20) == 0
                ? folder + pick(FRAMES, random) + pick(FILES, random)
                : name + (random.nextInt(4) == 0 ? ".csv" : ".parquet");
        files.put(path, new ListedFile(path, files.size(), 0));
      }
      List<ListedFile> sorted = files.values().stream().sorted(ListedFile.BY_PATH).toList();
      days.add(sorted);
      all.addAll(sorted);
    }
    int read = 0;
    for (ReadRequest request :
        List.of(
            ReadRequest.ALL,
            ReadRequest.of(hours("2024-03-01T05..2024-03-03T01")),
            ReadRequest.ALL.withFilter(SegmentFilter.of(Map.of("k", List.of("1")))))) {
      Selection whole = Contents.of(PartitionScheme.mabel(), all).select(request);
      List<Selection> each =
          days.stream()
              .map(day -> Contents.of(PartitionScheme.mabel(), day).select(request))
              .toList();
      assertThat(whole.files()).isEqualTo(flat(each, Selection::files));
      read += whole.files().size();
      assertThat(whole.days()).isEqualTo(flat(each, Selection::days));
      assertThat(whole.frames()).isEqualTo(flat(each, Selection::frames)).isNotEmpty();
      Skipped skipped =
          each.stream().map(Selection::skipped).reduce(Skipped.NOTHING, Skipped::plus);
      assertThat(whole.skipped()).isEqualTo(skipped);
      assertThat(skipped.isEmpty()).isFalse();
    }
    assertThat(read).isGreaterThan(100);
  }

  private static <T> List<T> flat(List<Selection> each, Function<Selection, List<T>> part) {
    return each.stream().flatMap(one -> part.apply(one).stream()).toList();
  }

  private static ListedFile any(Random random, int length) {
    String folder = pick(DAYS, random) + pick(UNITS, random) + pick(FRAMES, random);
    return new ListedFile(folder + pick(FILES, random), length, 0);
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
