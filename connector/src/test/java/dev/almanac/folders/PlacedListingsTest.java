package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.folders.PlacedListings.Placed;
import dev.almanac.layout.DataFile;
import dev.almanac.layout.ListedFile;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.ReadRequest;
import dev.almanac.store.DatasetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlacedListingsTest {

  private static final int FILES = PlacedListings.FEWEST;
  private static final String FOLDER = "year_2024/month_01/day_01";
  private static final DatasetName ORDERS = name("orders");
  private static final PartitionScheme MABEL = PartitionScheme.mabel();

  private final PlacedListings known = new PlacedListings(2 * FILES);

  private static DatasetName name(String name) {
    return new DatasetName(List.of("sales", name), "lake.sales." + name);
  }

  /** New objects each time, as each query's listing has. */
  private static List<ListedFile> listing() {
    List<ListedFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(new ListedFile("%s/f%04d.json".formatted(FOLDER, i), 10, 1000));
    }
    return files;
  }

  private Placed place(DatasetName dataset, List<ListedFile> listing) {
    return known.place(dataset, MABEL, ReadRequest.ALL, listing);
  }

  private static List<ListedFile> read(Placed placed) {
    return placed.selection().files().stream().map(DataFile::file).toList();
  }

  @Test
  void placesTheSameFilesOnce() {
    Placed first = place(ORDERS, listing());

    assertThat(read(first)).isEqualTo(listing());
    assertThat(place(ORDERS, listing())).isSameAs(first);
  }

  static List<Arguments> changes() {
    int last = FILES - 1;
    return List.of(
        change("a length", files -> files.set(0, new ListedFile(path(files, 0), 11, 1000))),
        change("a time", files -> files.set(7, new ListedFile(path(files, 7), 10, 1001))),
        change("an etag", files -> files.set(9, new ListedFile(path(files, 9), 10, 1000, "e"))),
        change(
            "a name", files -> files.set(last, new ListedFile(path(files, last) + "l", 10, 1000))),
        change(
            "a folder",
            files -> files.set(last, new ListedFile("year_2024/month_01/day_02/a.json", 10, 1000))),
        change("a file more", files -> files.add(new ListedFile(FOLDER + "/z.json", 10, 1000))),
        change("another order", Collections::reverse));
  }

  private static Arguments change(String name, Consumer<List<ListedFile>> change) {
    return Arguments.of(name, change);
  }

  private static String path(List<ListedFile> files, int at) {
    return files.get(at).path();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void placesAnewWhereAnythingDiffers(String name, Consumer<List<ListedFile>> change) {
    Placed first = place(ORDERS, listing());
    List<ListedFile> changed = listing();
    change.accept(changed);

    Placed second = place(ORDERS, changed);

    assertThat(second).isNotSameAs(first);
    assertThat(read(second)).containsExactlyInAnyOrderElementsOf(changed);
    assertThat(read(place(ORDERS, listing()))).isEqualTo(listing());
  }

  @Test
  void tellsDatasetsSchemesAndRequestsApart() {
    Placed first = place(ORDERS, listing());
    ReadRequest asOf = ReadRequest.ALL.asOf(Instant.EPOCH);

    assertThat(place(name("returns"), listing())).isNotSameAs(first);
    assertThat(known.place(ORDERS, PartitionScheme.none(), ReadRequest.ALL, listing()))
        .isNotSameAs(first);
    assertThat(known.place(ORDERS, MABEL, asOf, listing())).isNotSameAs(first);
  }

  @Test
  void remembersNoShortListings() {
    List<ListedFile> few = listing().subList(1, FILES);
    assertThat(place(ORDERS, few)).isNotSameAs(place(ORDERS, few));
  }

  @Test
  void remembersNoMoreFilesThanItMay() {
    Placed first = place(ORDERS, listing());
    place(name("two"), listing());
    place(name("three"), listing());

    assertThat(place(ORDERS, listing())).isNotSameAs(first);
  }

  @Test
  void remembersNothingOfNoSize() {
    PlacedListings none = new PlacedListings(0);
    assertThat(none.place(ORDERS, MABEL, ReadRequest.ALL, listing()))
        .isNotSameAs(none.place(ORDERS, MABEL, ReadRequest.ALL, listing()));
  }

  @Test
  void forgetsAllWhenItIsTold() {
    Placed first = place(ORDERS, listing());
    known.clear();
    assertThat(place(ORDERS, listing())).isNotSameAs(first);
  }
}
