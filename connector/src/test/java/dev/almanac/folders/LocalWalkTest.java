package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.testing.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWalkTest {

  @TempDir Path folder;

  private final FolderCache cache = new FolderCache(10_000);
  private Path store;
  private Lake lake;

  @BeforeEach
  void openStore() {
    store = folder.resolve("store");
    lake = new Lake(store);
  }

  /** Relative paths and lengths, in the order of the visits; -1 for empty folders. */
  private Map<String, Long> walk(String from) throws IOException {
    Map<String, Long> found = new LinkedHashMap<>();
    LocalLinks links = LocalLinks.of(new org.apache.hadoop.fs.Path(store.toUri()));
    LocalWalk.Visitor visitor =
        new LocalWalk.Visitor() {
          @Override
          public void file(Path in, String name, long length, long modifiedAt) {
            found.put(store.relativize(in.resolve(name)).toString(), length);
          }

          @Override
          public void emptyFolder(Path empty, long modifiedAt) {
            found.put(store.relativize(empty).toString(), -1L);
          }
        };
    new LocalWalk(links, new KnownNames(cache, System.currentTimeMillis()), visitor)
        .walk(store.resolve(from));
    return found;
  }

  @Test
  void findsFilesAtAnyDepth() throws IOException {
    lake.file("d/a", "1").file("d/b/c", "22").file("d/b/.d/e", "").file("other/f", "1");
    Files.createDirectories(store.resolve("d/empty/too"));

    assertThat(walk("d"))
        .isEqualTo(Map.of("d/a", 1L, "d/b/c", 2L, "d/b/.d/e", 0L, "d/empty/too", -1L));
  }

  @Test
  void visitsEntriesByName() throws IOException {
    lake.file("d/b/x", "").file("d/a", "").file("d/c", "").file("d/b/y", "");

    assertThat(walk("d").keySet()).containsExactly("d/a", "d/b/x", "d/b/y", "d/c");
  }

  @Test
  void findsEachOfManyFiles() throws IOException {
    Map<String, Long> all = new LinkedHashMap<>();
    for (int i = 0; i < 5000; i++) {
      String path =
          (i % 1000 == 7 ? "d/%04d/file" : i % 2 == 0 ? "d/%04d" : "d/%04d.x").formatted(i);
      lake.file(path, "x".repeat(i % 9));
      all.put(path, i % 9L);
    }

    assertThat(walk("d")).isEqualTo(all);
    assertThat(walk("d").keySet()).containsExactlyElementsOf(all.keySet());
  }

  @Test
  void refusesOneOfManyThatLeavesTheStore() throws IOException {
    Path many = Files.createDirectories(store.resolve("d"));
    for (int i = 0; i < 3000; i++) {
      Files.createFile(many.resolve("%04d".formatted(i)));
    }
    Path link = Files.createSymbolicLink(many.resolve("1500x"), folder);

    assertThatThrownBy(() -> walk("d"))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining(link.toString());
  }

  @Test
  void followsLinksInsideTheStore() throws IOException {
    lake.file("d/a", "1").file("other/deep/f", "22");
    Files.createSymbolicLink(store.resolve("d/folder"), store.resolve("other"));
    Files.createSymbolicLink(store.resolve("d/file"), Path.of("../other/deep/f"));

    assertThat(walk("d")).isEqualTo(Map.of("d/a", 1L, "d/file", 2L, "d/folder/deep/f", 2L));
  }

  @Test
  void refusesLinksThatLeaveTheStore() throws IOException {
    lake.file("d/a", "1");
    Path outside = Files.writeString(folder.resolve("secret"), "x");
    Path link = Files.createSymbolicLink(store.resolve("d/b"), outside);

    assertThatThrownBy(() -> walk("d"))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_PATH_LEAVES_STORE")
        .hasMessageContaining(link.toString());
  }

  @Test
  void refusesLinksThatLeadNowhereOrBack() throws IOException {
    lake.file("d/a", "1").file("e/a", "1");
    Files.createSymbolicLink(store.resolve("d/gone"), store.resolve("nothing"));
    Files.createSymbolicLink(store.resolve("e/back"), store);

    assertThatThrownBy(() -> walk("d")).hasMessageContaining("d/gone");
    assertThatThrownBy(() -> walk("e")).hasMessageContaining("leads back");
  }

  @Test
  void leavesHiddenLinksAlone() throws IOException {
    lake.file("d/a", "1");
    Files.createSymbolicLink(store.resolve("d/.#lock"), Path.of("user@host:1"));
    Files.createSymbolicLink(store.resolve("d/_outside"), folder);

    assertThat(walk("d")).containsOnlyKeys("d/a", "d/.#lock", "d/_outside");
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    assertThatThrownBy(() -> walk("nothing")).isInstanceOf(NoSuchFileException.class);
  }
}
