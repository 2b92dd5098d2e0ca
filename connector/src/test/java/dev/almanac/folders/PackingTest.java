package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.layout.DataFile;
import dev.almanac.layout.FileKind;
import dev.almanac.layout.ListedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackingTest {

  private static final DataFile FILE =
      new DataFile(
          new ListedFile("x.parquet", 250, 1),
          (FileKind.Data) FileKind.of("x.parquet"),
          Optional.empty(),
          OptionalInt.empty(),
          DataFile.NO_FRAME,
          Map.of());

  private static final Packing PACKING = new Packing(100, 10, 2, OptionalInt.empty());

  private static List<PlannedSlice> split(PlannedSlice file, boolean splittable) {
    List<PlannedSlice> slices = new ArrayList<>();
    Packing.split(file, () -> splittable, 100, slices::add);
    return slices;
  }

  @Test
  void slicesCoverAFileOnce() {
    PlannedSlice file = PlannedSlice.whole(FILE);

    List<PlannedSlice> slices = split(file, true);

    assertThat(slices).extracting(PlannedSlice::start).containsExactly(0L, 100L, 200L);
    assertThat(slices).extracting(PlannedSlice::length).containsExactly(100L, 100L, 50L);
    assertThat(slices).allMatch(slice -> slice.file().equals(FILE));
  }

  @Test
  void whatCannotBeSplitStaysWhole() {
    PlannedSlice file = PlannedSlice.whole(FILE);
    assertThat(split(file, false)).containsExactly(file);
  }

  @Test
  void theLargestGoFirstAndTasksAreFilled() {
    List<List<Long>> packed = PACKING.pack(List.of(5L, 90L, 20L, 40L), length -> length, 100);

    assertThat(packed).containsExactly(List.of(90L), List.of(40L, 20L, 5L));
  }

  @Test
  void tasksThatRunAtOnceAreAlike() {
    Packing packing = new Packing(1_000, 10, 2, OptionalInt.empty());
    List<Long> lengths = List.of(30L, 29L, 28L, 27L, 26L, 25L, 24L, 23L);
    long limit = packing.maxSplitBytes(sum(lengths), lengths.size());

    List<List<Long>> packed = packing.pack(lengths, length -> length, limit);

    assertThat(packed).hasSize(2).allMatch(task -> task.size() == 4 && sum(task) == 106);
    assertThat(packed.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(lengths);
  }

  /** Filled, the two large ones would leave the small ones to a third. */
  @Test
  void noTaskForWhatIsLeft() {
    List<Long> lengths = List.of(80L, 80L, 1L, 1L);
    long limit = PACKING.maxSplitBytes(sum(lengths), lengths.size());

    List<List<Long>> packed = PACKING.pack(lengths, length -> length, limit);

    assertThat(packed).containsExactly(List.of(80L, 1L), List.of(80L, 1L));
  }

  @Test
  void noTaskTakesMoreThanItMay() {
    assertThat(PACKING.pack(List.of(60L, 60L, 60L), length -> length, 100)).hasSize(3);
    assertThat(PACKING.pack(List.of(300L, 60L), length -> length, 100)).hasSize(2);
  }

  /** Filled, they would be three, the last of which would run alone. */
  @Test
  void noProcessorIsIdleInTheEnd() {
    List<Long> lengths = List.of(40L, 40L, 40L, 40L, 20L, 20L);

    List<List<Long>> packed = PACKING.pack(lengths, length -> length, 100);

    assertThat(packed)
        .containsExactly(List.of(40L, 20L), List.of(40L, 20L), List.of(40L), List.of(40L));
  }

  /** Of tasks that are filled to different degrees, the same number is spread. */
  @Test
  void aWholeNumberOfTurnsIsKept() {
    List<Long> lengths = List.of(80L, 60L, 50L, 40L, 30L, 20L, 10L);

    List<List<Long>> packed = PACKING.pack(lengths, length -> length, 100);

    assertThat(packed)
        .containsExactly(List.of(80L), List.of(60L, 10L), List.of(50L, 20L), List.of(40L, 30L));
  }

  @Test
  void noTaskIsEmpty() {
    assertThat(PACKING.pack(List.<Long>of(), length -> length, 100)).isEmpty();
    assertThat(PACKING.pack(List.of(5L), length -> length, 100)).containsExactly(List.of(5L));
    assertThat(PACKING.pack(List.of(99L, 98L, 97L), length -> length, 100))
        .containsExactly(List.of(99L), List.of(98L), List.of(97L));
  }

  /** Whoever is ready first takes the next. */
  @Test
  void manyTasksAreFilled() {
    List<Long> lengths = Stream.iterate(50L, length -> length - 1).limit(35).toList();

    List<List<Long>> packed = PACKING.pack(lengths, length -> length, 100);

    assertThat(packed).startsWith(List.of(50L), List.of(49L)).endsWith(List.of(18L, 17L, 16L));
  }

  private static long sum(List<Long> lengths) {
    return lengths.stream().mapToLong(length -> length).sum();
  }

  @Test
  void noMoreTasksThanAllowed() {
    Packing packing = new Packing(100, 0, 2, OptionalInt.of(2));

    List<List<Long>> packed = packing.pack(List.of(100L, 100L, 100L, 100L), length -> length, 100);

    assertThat(packed).hasSize(2);
  }

  @Test
  void noMoreTasksThanAllowedWhereTheyAreSpread() {
    Packing packing = new Packing(100, 10, 2, OptionalInt.of(3));

    List<List<Long>> packed = packing.pack(List.of(60L, 60L, 60L, 5L), length -> length, 100);

    assertThat(packed).containsExactly(List.of(60L, 5L), List.of(60L), List.of(60L));
  }

  @Test
  void slicesAreSmallerWhereThereIsLittleToRead() {
    assertThat(PACKING.maxSplitBytes(1_000, 1)).isEqualTo(100);
    assertThat(PACKING.maxSplitBytes(50, 1)).isEqualTo(30);
    assertThat(PACKING.maxSplitBytes(0, 0)).isEqualTo(10);
  }
}
