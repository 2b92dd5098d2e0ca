package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameCacheTest {

  private static final List<String> TWO = List.of("a", "b");

  private static FolderState folder(long inode, long changedAt) {
    return new FolderState(1, inode, changedAt);
  }

  @Test
  void remembersNamesUntilTheFolderChanges() {
    NameCache cache = new NameCache(10);
    cache.keep(folder(1, 100), TWO);

    assertThat(cache.names(folder(1, 100))).contains(TWO);
    assertThat(cache.names(folder(1, 101))).isEmpty();
    assertThat(cache.names(folder(1, 99))).isEmpty();
    assertThat(cache.names(folder(2, 100))).isEmpty();
    assertThat(cache.names(new FolderState(2, 1, 100))).isEmpty();
  }

  @Test
  void keepsTheLastNamesOfAFolder() {
    NameCache cache = new NameCache(10);
    cache.keep(folder(1, 100), TWO);
    cache.keep(folder(1, 101), List.of());

    assertThat(cache.names(folder(1, 101))).contains(List.of());
    assertThat(cache.names(folder(1, 100))).isEmpty();
  }

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    NameCache cache = new NameCache(6); // two folders with two names each
    cache.keep(folder(1, 1), TWO);
    cache.keep(folder(2, 1), TWO);
    cache.names(folder(1, 1));
    cache.keep(folder(3, 1), TWO);

    assertThat(cache.names(folder(1, 1))).isPresent();
    assertThat(cache.names(folder(2, 1))).isEmpty();
    assertThat(cache.names(folder(3, 1))).isPresent();
  }

  @Test
  void whatIsReplacedTakesNoRoom() {
    NameCache cache = new NameCache(6);
    cache.keep(folder(1, 1), TWO);
    for (int change = 2; change < 10; change++) {
      cache.keep(folder(2, change), TWO);
    }

    assertThat(cache.names(folder(1, 1))).isPresent();
    assertThat(cache.names(folder(2, 9))).isPresent();
  }

  @Test
  void aFolderOfTooManyNamesPushesNoOtherOut() {
    NameCache cache = new NameCache(3);
    cache.keep(folder(1, 1), TWO);
    cache.keep(folder(2, 1), List.of("a", "b", "c"));

    assertThat(cache.names(folder(1, 1))).isPresent();
    assertThat(cache.names(folder(2, 1))).isEmpty();
  }

  @Test
  void hasRoomForAsManyAsThereCanBe() {
    NameCache cache = new NameCache(Integer.MAX_VALUE);
    List<String> third = Collections.nCopies(Integer.MAX_VALUE / 3 - 1, "a");
    for (int inode = 1; inode <= 4; inode++) {
      cache.keep(folder(inode, 1), third);
    }

    // Not the lists, which no message could show.
    assertThat(cache.names(folder(1, 1)).isPresent()).isFalse();
    assertThat(cache.names(folder(2, 1)).isPresent()).isTrue();
  }

  @Test
  void remembersNothingOfNoSize() {
    NameCache cache = new NameCache(0);
    cache.keep(folder(1, 1), List.of());

    assertThat(cache.isOn()).isFalse();
    assertThat(cache.names(folder(1, 1))).isEmpty();
  }

  @Test
  void forgetsAllWhenItIsTold() {
    NameCache cache = new NameCache(3);
    cache.keep(folder(1, 1), TWO);
    cache.clear();
    assertThat(cache.names(folder(1, 1))).isEmpty();

    cache.keep(folder(2, 1), TWO); // all its room is there again
    assertThat(cache.names(folder(2, 1))).isPresent();
  }
}
