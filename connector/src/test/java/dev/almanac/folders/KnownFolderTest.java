package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownFolderTest {

  private static final Optional<FolderState> STATE = Optional.of(new FolderState(1, 2, 100));
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final KnownFolder BELOW = KnownFolder.of(STATE, List.of("x"));

  @Test
  void namesAreTrueUntilTheFolderChanges() {
    KnownFolder folder = KnownFolder.of(STATE, NAMES);

    assertThat(folder.hasState()).isTrue();
    assertThat(folder.names(new FolderState(1, 2, 100))).contains(NAMES);
    assertThat(folder.names(new FolderState(1, 2, 101))).isEmpty();
    assertThat(folder.names(new FolderState(1, 2, 99))).isEmpty();
    assertThat(folder.names(new FolderState(1, 3, 100))).isEmpty();
    assertThat(folder.names(new FolderState(2, 2, 100))).isEmpty();
  }

  @Test
  void namesWithoutAStateAreNeverTrue() {
    KnownFolder folder = KnownFolder.of(Optional.empty(), NAMES);

    assertThat(folder.hasState()).isFalse();
    assertThat(folder.names(STATE.orElseThrow())).isEmpty();
    assertThat(KnownFolder.UNKNOWN.names(STATE.orElseThrow())).isEmpty();
  }

  @Test
  void foldersInItAreFoundWhereverTheirNamesWere() {
    KnownFolder folder = KnownFolder.of(Optional.empty(), NAMES, null, BELOW);

    for (int place = 0; place < 5; place++) {
      assertThat(folder.folder("b", place)).isSameAs(BELOW);
      assertThat(folder.folder("a", place)).isSameAs(KnownFolder.UNKNOWN); // a file
      assertThat(folder.folder("c", place)).isSameAs(KnownFolder.UNKNOWN);
      assertThat(folder.folder("bb", place)).isSameAs(KnownFolder.UNKNOWN); // no name in it
      assertThat(KnownFolder.UNKNOWN.folder("b", place)).isSameAs(KnownFolder.UNKNOWN);
    }
  }

  @Test
  void knowsWhetherThereIsAnything() {
    assertThat(KnownFolder.of(STATE, List.of()).isEmpty()).isTrue();
    assertThat(KnownFolder.of(STATE, NAMES).isEmpty()).isFalse();
    assertThat(KnownFolder.UNKNOWN.isEmpty()).isFalse();
    assertThat(KnownFolder.UNKNOWN_EMPTY.isEmpty()).isTrue();
  }

  @Test
  void countsNamesAndFoldersAtAnyDepth() {
    assertThat(KnownFolder.of(STATE, List.of()).size()).isEqualTo(1);
    assertThat(KnownFolder.of(STATE, NAMES).size()).isEqualTo(4);
    KnownFolder two = KnownFolder.of(STATE, NAMES, BELOW, null, BELOW);
    assertThat(two.size()).isEqualTo(4 + 2 + 2);
    assertThat(KnownFolder.of(STATE, List.of("d"), two).size()).isEqualTo(2 + 8);
  }

  @Test
  void countsNoMoreThanThereCanBe() {
    List<String> most = Collections.nCopies(Integer.MAX_VALUE, "x");

    assertThat(KnownFolder.of(STATE, most, BELOW, BELOW).size()).isEqualTo(Integer.MAX_VALUE);
  }
}
