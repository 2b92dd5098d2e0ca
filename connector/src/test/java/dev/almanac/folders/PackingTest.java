package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.format.FileSlice;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PackingTest {

  private static final Packing PACKING = new Packing(100, 10, 2, OptionalInt.empty());

  @Test
  void slicesCoverAFileOnce() {
    FileSlice file = FileSlice.whole("file:/x", 250, 1, "");

    List<FileSlice> slices = Packing.split(file, true, 100);

    assertThat(slices).extracting(FileSlice::start).containsExactly(0L, 100L, 200L);
    assertThat(slices).extracting(FileSlice::length).containsExactly(100L, 100L, 50L);
    assertThat(slices).allMatch(slice -> slice.fileLength() == 250);
  }

  @Test
  void whatCannotBeSplitStaysWhole() {
    FileSlice file = FileSlice.whole("file:/x", 250, 1, "");
    assertThat(Packing.split(file, false, 100)).containsExactly(file);
  }

  @Test
  void theLargestGoFirstAndTasksAreFilled() {
    List<List<Long>> packed = PACKING.pack(List.of(5L, 90L, 20L, 40L), length -> length, 100);

    assertThat(packed).containsExactly(List.of(90L), List.of(40L, 20L, 5L));
  }

  @Test
  void noMoreTasksThanAllowed() {
    Packing packing = new Packing(100, 0, 2, OptionalInt.of(2));

    List<List<Long>> packed = packing.pack(List.of(100L, 100L, 100L, 100L), length -> length, 100);

    assertThat(packed).hasSize(2);
  }

  @Test
  void slicesAreSmallerWhereThereIsLittleToRead() {
    assertThat(PACKING.maxSplitBytes(1_000, 1)).isEqualTo(100);
    assertThat(PACKING.maxSplitBytes(50, 1)).isEqualTo(30);
    assertThat(PACKING.maxSplitBytes(0, 0)).isEqualTo(10);
  }
}
