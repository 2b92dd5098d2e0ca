package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FolderCacheTest {

  private static final FolderState STATE = new FolderState(1, 1, 1);
  private static final Path A = Path.of("a");
  private static final Path B = Path.of("b");
  private static final Path C = Path.of("c");

  /** Of a size of three. */
  private static final KnownFolder TWO_NAMES = known("x", "y");

  private static KnownFolder known(String... names) {
    return KnownFolder.of(Optional.of(STATE), List.of(names));
  }

  @Test
  void remembersTheLastWalk() {
    FolderCache cache = new FolderCache(10);
    cache.keep(A, TWO_NAMES);
    assertThat(cache.get(A)).isSameAs(TWO_NAMES);
    assertThat(cache.get(B)).isSameAs(KnownFolder.UNKNOWN);

    KnownFolder next = known("z");
    cache.keep(A, next);
    assertThat(cache.get(A)).isSameAs(next);
  }

  @Test
  void forgetsWhatWasAskedForLongestAgo() {
    FolderCache cache = new FolderCache(6);
    cache.keep(A, TWO_NAMES);
    cache.keep(B, TWO_NAMES);
    cache.get(A);
    cache.keep(C, TWO_NAMES);

    assertThat(cache.get(A)).isSameAs(TWO_NAMES);
    assertThat(cache.get(B)).isSameAs(KnownFolder.UNKNOWN);
    assertThat(cache.get(C)).isSameAs(TWO_NAMES);
  }

  @Test
  void whatIsReplacedTakesNoRoom() {
    FolderCache cache = new FolderCache(6);
    cache.keep(A, TWO_NAMES);
    for (int change = 0; change < 10; change++) {
      cache.keep(B, known("x", "y" + change));
    }

    assertThat(cache.get(A)).isSameAs(TWO_NAMES);
    assertThat(cache.get(B).isEmpty()).isFalse();
  }

  @Test
  void aWalkOfTooManyNamesPushesNoOtherOut() {
    FolderCache cache = new FolderCache(4);
    cache.keep(A, TWO_NAMES);
    cache.keep(B, KnownFolder.of(Optional.of(STATE), List.of("x"), TWO_NAMES));

    assertThat(cache.get(A)).isSameAs(TWO_NAMES);
    assertThat(cache.get(B)).isSameAs(KnownFolder.UNKNOWN);
  }

  @Test
  void hasRoomForAsManyAsThereCanBe() {
    FolderCache cache = new FolderCache(Integer.MAX_VALUE);
    List<String> third = Collections.nCopies(Integer.MAX_VALUE / 3 - 1, "x");
    KnownFolder large = KnownFolder.of(Optional.of(STATE), third);
    for (Path walk : List.of(A, B, C, Path.of("d"))) {
      cache.keep(walk, large);
    }

    assertThat(cache.get(A)).isSameAs(KnownFolder.UNKNOWN);
    assertThat(cache.get(B)).isSameAs(large);
  }

  @Test
  void remembersNothingOfNoSize() {
    FolderCache cache = new FolderCache(0);
    cache.keep(A, known());

    assertThat(cache.isOn()).isFalse();
    assertThat(cache.get(A)).isSameAs(KnownFolder.UNKNOWN);
  }

  @Test
  void forgetsAllWhenItIsTold() {
    FolderCache cache = new FolderCache(3);
    cache.keep(A, TWO_NAMES);
    cache.clear();
    assertThat(cache.get(A)).isSameAs(KnownFolder.UNKNOWN);

    cache.keep(B, TWO_NAMES); // all its room is there again
    assertThat(cache.get(B)).isSameAs(TWO_NAMES);
  }
}
