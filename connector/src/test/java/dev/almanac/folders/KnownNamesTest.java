package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.almanac.store.CatalogLimits;
import dev.almanac.store.DatasetName;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import dev.almanac.store.Stores;
import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.connector.catalog.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest extends LakeTest {

  private final FolderCache cache = new FolderCache(100);

  private FolderState state(String path) throws IOException {
    Optional<FolderState> state =
        new KnownNames(cache, System.currentTimeMillis()).state(folder.resolve(path));
    assumeTrue(state.isPresent(), "temporary files are on a file system that tells no changes");
    return state.orElseThrow();
  }

  /** {@code /proc} shows what the kernel makes up, {@code /dev/shm} what is in memory. */
  @Test
  void trustsNoFileSystemThatItDoesNotKnow() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")) && Files.isDirectory(Path.of("/dev/shm")));
    KnownNames names = new KnownNames(cache, System.currentTimeMillis());

    assertThat(names.state(Path.of("/proc/self"))).isEmpty();
    assertThat(names.state(Path.of("/dev/shm"))).contains(FolderState.of(Path.of("/dev/shm")));
    assertThat(names.state(Path.of("/proc/self/fd"))).isEmpty();
  }

  /** As one that is mounted in a folder of another. */
  @Test
  void asksAboutEachFileSystemInAnother() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")) && Files.isDirectory(Path.of("/dev/shm")));
    KnownNames names = new KnownNames(cache, System.currentTimeMillis());
    FolderState above = new FolderState(-1, 1, 1);

    for (String path : List.of("/proc/self", "/dev/shm")) {
      Path mounted = Path.of(path);
      FolderState state = FolderState.of(mounted);
      assertThat(names.state(mounted, state, above)).isEqualTo(names.state(mounted));
      assertThat(names.state(mounted, state, state)).contains(state);
    }
  }

  @Test
  void asksNothingIfNothingIsToBeRemembered() throws IOException {
    assertThat(new KnownNames(new FolderCache(0), System.currentTimeMillis()).state(folder))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2_999})
  void keepsNothingThatChangedAMomentAgo(long millis) throws IOException {
    FolderState state = state("");
    KnownNames names = new KnownNames(cache, state.changedAt() / 1_000_000 + millis);

    assertThat(names.known(state, List.of("a")).names(state)).isEmpty();
  }

  @Test
  void keepsWhatHasNotChangedForThreeSeconds() throws IOException {
    FolderState state = state("");
    KnownNames names = new KnownNames(cache, state.changedAt() / 1_000_000 + 3_001);

    assertThat(names.known(state, List.of("a")).names(state)).contains(List.of("a"));
  }

  @Test
  void aStoreRemembersNamesUntilATableIsRefreshed() throws IOException {
    lake.file("t/a.jsonl", "{\"id\":1}\n").file("t/b.jsonl", "{\"id\":2}\n");
    Store store =
        Stores.source(
            Map.of(DatasetOptions.LOCATION.key(), folder.toString()),
            List.of(DatasetOptions.CONNECTOR.defaultValue()));
    FolderStore reader = new FolderStore(store, CatalogLimits.defaults(), cache);
    DatasetName name = new DatasetName(List.of("t"), "t");
    FolderState unchanged = state("t");
    assertThat(files(reader, name)).isEqualTo("2"); // and how it is divided is known

    cache.keep(folder.resolve("t"), KnownFolder.of(Optional.of(unchanged), List.of("b.jsonl")));
    assertThat(files(reader, name)).isEqualTo("1");

    reader.refresh(name);
    assertThat(files(reader, name)).isEqualTo("2");
  }

  private static String files(FolderStore reader, DatasetName name) {
    Table table =
        reader
            .load(name, Optional.empty(), Optional.empty(), new QueryMoment(spark(), Instant.now()))
            .orElseThrow();
    return table.properties().get("files");
  }

  /** The only test that waits: for its folder to be old enough. */
  @Test
  void queriesSeeEachChangeAtOnce() throws Exception {
    lake.file("t/a.jsonl", "{\"id\":1}\n").file("t/b.jsonl", "{\"id\":2}\n");
    FolderState state = state("t");
    while (System.currentTimeMillis() < state.changedAt() / 1_000_000 + 3_100) {
      Thread.sleep(50);
    }
    String query = "SELECT id FROM " + catalog + ".t ORDER BY id";
    assertThat(column(query)).containsExactly("1", "2");
    assertThat(column(query)).containsExactly("1", "2");

    lake.file("t/c.jsonl", "{\"id\":3}\n");
    assertThat(column(query)).containsExactly("1", "2", "3");
    Files.delete(folder.resolve("t/a.jsonl"));
    assertThat(column(query)).containsExactly("2", "3");
    lake.file("t/b.jsonl", "{\"id\":20}\n");
    assertThat(column(query)).containsExactly("3", "20");
  }
}
