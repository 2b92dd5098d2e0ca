package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.almanac.AlmanacException;
import dev.almanac.testing.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk finds the same, whether it remembers the names of an earlier one or not. */
class RememberedWalkTest {

  private static final long TEN_SECONDS = 10_000;

  @TempDir Path folder;

  private final FolderCache cache = new FolderCache(100_000);
  private Path store;
  private Lake lake;

  @BeforeEach
  void openStore() throws IOException {
    store = Files.createDirectories(folder.resolve("store"));
    lake = new Lake(store);
    assumeTrue(
        new KnownNames(cache, System.currentTimeMillis()).state(store).isPresent(),
        "the folder for temporary files is on a file system that does not tell changes");
  }

  /** As if it came ten seconds later, so that all that was changed until now can be remembered. */
  private List<String> walk() throws IOException {
    return walk(new KnownNames(cache, System.currentTimeMillis() + TEN_SECONDS));
  }

  private List<String> walkAnew() throws IOException {
    return walk(new KnownNames(new FolderCache(0), System.currentTimeMillis()));
  }

  private List<String> walk(KnownNames names) throws IOException {
    List<String> found = new ArrayList<>();
    LocalLinks links = LocalLinks.of(new org.apache.hadoop.fs.Path(store.toUri()));
    LocalWalk.Visitor visitor =
        new LocalWalk.Visitor() {
          @Override
          public void file(Path in, String name, long length, long modifiedAt) {
            found.add(store.relativize(in) + "/" + name + " " + length + " " + modifiedAt);
          }

          @Override
          public void emptyFolder(Path empty, long modifiedAt) {
            found.add(store.relativize(empty) + " empty " + modifiedAt);
          }
        };
    new LocalWalk(links, names, visitor).walk(store);
    return found;
  }

  /** Waits until the file system's clock has moved, so that the next change has another time. */
  private void tick() throws IOException {
    Path probe = Files.writeString(folder.resolve("probe"), "");
    long before = FolderState.of(probe).changedAt();
    do {
      Files.writeString(probe, "x");
    } while (FolderState.of(probe).changedAt() == before);
  }

  private interface Change {
    void run() throws IOException;
  }

  private void checkSeen(Change change) throws IOException {
    walk();
    tick();
    change.run();
    List<String> anew = walkAnew();

    assertThat(walk()).isEqualTo(anew);
    assertThat(walk()).isEqualTo(anew);
  }

  /** Has it believe that the store holds a folder {@code d}, and that such files. */
  private void say(String... files) throws IOException {
    KnownFolder d = KnownFolder.of(Optional.of(state("d")), List.of(files));
    cache.keep(store, KnownFolder.of(Optional.of(state("")), List.of("d"), d));
  }

  private FolderState state(String path) throws IOException {
    return FolderState.of(store.resolve(path));
  }

  private KnownFolder known(String... path) {
    KnownFolder known = cache.get(store);
    for (String name : path) {
      known = known.folder(name, 0);
    }
    return known;
  }

  @Test
  void readsNoFolderThatHasNotChanged() throws IOException {
    lake.file("d/a", "1").file("d/b", "22");
    List<String> all = walk();
    say("b");

    assertThat(all).hasSize(2);
    assertThat(walk()).containsExactly(all.get(1)); // what it was told, it believes
  }

  @Test
  void remembersNoFolderThatMayChangeUnseen() throws IOException {
    lake.file("d/a", "1");
    walk(new KnownNames(cache, System.currentTimeMillis()));

    assertThat(known("d").names(state("d"))).isEmpty();

    walk();
    assertThat(known("d").names(state("d"))).contains(List.of("a"));
  }

  @Test
  void remembersTheSameWhereNothingHasChanged() throws IOException {
    lake.file("d/a", "1").file("d/e/b", "1");
    Files.createDirectory(store.resolve("empty"));
    walk();
    KnownFolder before = known();
    walk();

    assertThat(before.names(state(""))).contains(List.of("d", "empty"));
    assertThat(known()).isSameAs(before);
  }

  @Test
  void knowsWhatIsInAFolderThatHasChanged() throws IOException {
    lake.file("d/y/a", "1").file("d/z/b", "1").file("e/c", "1");
    walk();
    KnownFolder y = known("d", "y");
    KnownFolder z = known("d", "z");
    KnownFolder e = known("e");
    tick();
    lake.file("d/x/new", "1").file("d/z/new", "1");
    walk();

    assertThat(y.names(state("d/y"))).contains(List.of("a"));
    assertThat(known("d", "y")).isSameAs(y);
    assertThat(known("e")).isSameAs(e);
    assertThat(known("d", "z")).isNotSameAs(z);
    assertThat(known("d", "z").names(state("d/z"))).contains(List.of("b", "new"));

    tick();
    lake.file("d/z/newer", "1"); // d itself stays as it is
    walk();
    assertThat(known("d", "z").names(state("d/z"))).contains(List.of("b", "new", "newer"));
  }

  @Test
  void seesFilesComeAndGo() throws IOException {
    lake.file("d/a", "1").file("d/b", "1").file("e/f/g.x", "1");

    checkSeen(() -> lake.file("d/c", "1"));
    checkSeen(() -> Files.delete(store.resolve("d/a")));
    checkSeen(() -> Files.move(store.resolve("d/b"), store.resolve("e/f/b")));
    checkSeen(() -> Files.move(store.resolve("e/f/b"), store.resolve("e/f/bb")));
  }

  @Test
  void seesFoldersComeAndGo() throws IOException {
    lake.file("d/a", "1").file("e/f/g", "1");

    checkSeen(() -> Files.createDirectories(store.resolve("d/new/deep")));
    checkSeen(() -> lake.file("d/new/deep/file", "1"));
    checkSeen(() -> Files.move(store.resolve("e/f"), store.resolve("d/f")));
    checkSeen(() -> FileUtils.deleteDirectory(store.resolve("d").toFile()));
  }

  @Test
  void seesThatAFileHasGrown() throws IOException {
    lake.file("d/a", "1");

    checkSeen(() -> lake.file("d/a", "22"));
    assertThat(walk().get(0)).startsWith("d/a 2 ");
  }

  @Test
  void seesAFileThatBecameAFolder() throws IOException {
    lake.file("d/a", "1");

    checkSeen(
        () -> {
          Files.delete(store.resolve("d/a"));
          lake.file("d/a/b", "1");
        });
    checkSeen(
        () -> {
          FileUtils.deleteDirectory(store.resolve("d/a").toFile());
          lake.file("d/a", "333");
        });
  }

  /** As rsync and tar do it with every folder. */
  @Test
  void seesWhatCameThoughTheTimeWasSetBack() throws IOException {
    lake.file("d/a", "1");
    FileTime before = Files.getLastModifiedTime(store.resolve("d"));

    checkSeen(
        () -> {
          lake.file("d/b", "1");
          Files.setLastModifiedTime(store.resolve("d"), before);
        });
    assertThat(Files.getLastModifiedTime(store.resolve("d"))).isEqualTo(before);
    assertThat(walk()).hasSize(2);
  }

  @Test
  void seesAFolderThatTookTheNameOfAnother() throws IOException {
    lake.file("d/a", "1").file("other/b", "1");

    checkSeen(
        () -> {
          Files.move(store.resolve("d"), store.resolve("third"));
          Files.move(store.resolve("other"), store.resolve("d"));
        });
  }

  @Test
  void findsAFolderAgainThatWasMoved() throws IOException {
    lake.file("d/e/f/a", "1").file("d/e/b", "1");

    checkSeen(() -> Files.move(store.resolve("d"), store.resolve("moved")));
  }

  @Test
  void seesWhereALinkLeads() throws IOException {
    lake.file("one/a", "1").file("two/b", "1").file("d/c", "1");
    Files.createSymbolicLink(store.resolve("d/link"), store.resolve("one"));

    checkSeen(
        () -> {
          Files.delete(store.resolve("d/link"));
          Files.createSymbolicLink(store.resolve("d/link"), store.resolve("two"));
        });
    checkSeen(() -> lake.file("two/more", "1")); // the folder with the link has not changed
  }

  @Test
  void aLinkIsLookedAtEachTime() throws IOException {
    lake.file("d/c", "1").file("target/a", "1");
    Files.createSymbolicLink(store.resolve("d/link"), store.resolve("target"));
    walk();
    tick();
    FileUtils.deleteDirectory(store.resolve("target").toFile());
    Files.createSymbolicLink(store.resolve("target"), folder);

    assertThatThrownBy(this::walk)
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_PATH_LEAVES_STORE");
  }

  @Test
  void saysThatTheFolderIsGone() throws IOException {
    lake.file("d/a", "1");
    walk();
    FileUtils.deleteDirectory(store.toFile());

    assertThatThrownBy(this::walk).isInstanceOf(NoSuchFileException.class);
  }

  /** As when it is deleted between the look at its folder and the look at itself. */
  @Test
  void readsAnewWhatIsNotAsItShouldBe() throws IOException {
    lake.file("d/a", "1").file("d/b", "1");
    List<String> all = walk();
    say("a", "gone");

    assertThat(walk()).isEqualTo(all);
  }

  /** Of bytes that no encoding has, a string is no way back to the file. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3000}) // of many, each is looked at in another way
  void seesAFileWhoseNameIsGarbled(int others) throws Exception {
    for (int i = 0; i < others; i++) {
      lake.file("d/a" + i, "1");
    }
    Process touch =
        new ProcessBuilder("sh", "-c", "touch \"$(printf 'd/\\351')\" d/b")
            .directory(store.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(touch.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(touch.waitFor() == 0, () -> "no such name on this file system: " + said);

    assertThat(walk()).hasSize(others + 2).isEqualTo(walk()).isEqualTo(walkAnew());
    assertThat(known("d").hasState()).isFalse();
  }

  @Test
  void seesOneOfManyFilesComeAndGo() throws IOException {
    Path many = Files.createDirectories(store.resolve("d"));
    for (int i = 0; i < 5000; i++) {
      Files.createFile(many.resolve("%04d".formatted(i)));
    }

    assertThat(walk()).hasSize(5000).isEqualTo(walk());
    checkSeen(() -> Files.createFile(many.resolve("2500x")));
    checkSeen(() -> Files.delete(many.resolve("4999")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void seesAnyChanges(long seed) throws IOException {
    Random random = new Random(seed);
    lake.file("d/a", "1");
    for (int round = 0; round < 60; round++) {
      checkSeen(
          () -> {
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
              changeAnything(random);
            }
          });
    }
  }

  private void changeAnything(Random random) throws IOException {
    List<Path> folders = below(Files::isDirectory);
    List<Path> files = below(Files::isRegularFile);
    Path parent = folders.get(random.nextInt(folders.size()));
    Path name = parent.resolve(List.of("a", "b", "c.x", "d").get(random.nextInt(4)));
    FileTime before = Files.getLastModifiedTime(parent);
    switch (random.nextInt(6)) {
      case 0 -> {
        if (!Files.exists(name)) {
          Files.createDirectory(name);
        }
      }
      case 1, 2 -> {
        if (!Files.isDirectory(name)) {
          Files.writeString(name, "x".repeat(random.nextInt(5)));
        }
      }
      case 3 -> {
        if (!files.isEmpty()) {
          Files.delete(files.get(random.nextInt(files.size())));
        }
      }
      case 4 -> {
        Path moved = folders.get(random.nextInt(folders.size()));
        if (!Files.exists(name) && !moved.equals(store) && !name.startsWith(moved)) {
          Files.move(moved, name);
        }
      }
      default -> {
        if (!parent.equals(store) && folders.size() > 3) {
          FileUtils.deleteDirectory(parent.toFile());
        }
      }
    }
    if (Files.exists(parent) && random.nextBoolean()) {
      Files.setLastModifiedTime(parent, before);
    }
  }

  private List<Path> below(Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      return all.filter(wanted).sorted().toList();
    }
  }
}
