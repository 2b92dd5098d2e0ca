package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.testing.Lake;
import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a disk has: empty folders, links, single files. */
class DiskTest extends LakeTest {

  @TempDir Path outside;

  @Test
  void aFrameCountsFromTheMomentItsFolderIsMade() throws IOException {
    lake.file("t/" + day(1) + "/loose.jsonl", "{\"id\":1}\n");
    Files.createDirectories(folder.resolve("t/" + day(1) + "/as_at_1"));

    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t VERSION AS OF '2024-01-01'"))
        .hasMessageContaining("ALMANAC_NO_COMPLETE_FRAME")
        .hasMessageContaining("as_at_1: no frame.complete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "t/year_2024", "t/year_2024/month_01/day_01"})
  void aLinkOutOfTheStoreIsRefused(String link) throws IOException {
    new Lake(outside)
        .file("a.jsonl", "{\"secret\":1}\n")
        .file("month_01/day_01/a.jsonl", "{\"secret\":1}\n")
        .file("year_2024/month_01/day_01/a.jsonl", "{\"secret\":1}\n");
    Files.createDirectories(folder.resolve(link).getParent());
    Files.createSymbolicLink(folder.resolve(link), outside);

    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t VERSION AS OF '2024-01-01'"))
        .hasMessageContaining("ALMANAC_PATH_LEAVES_STORE")
        .hasMessageContaining(folder.resolve(link).toString())
        .hasMessageContaining("Register that place as a store of its own");
  }

  @Test
  void aLinkedFileOutOfTheStoreIsRefused() throws IOException {
    new Lake(outside).file("a.jsonl", "{\"secret\":1}\n");
    lake.file("t/b.jsonl", "{\"id\":1}\n");
    Files.createSymbolicLink(folder.resolve("t/a.jsonl"), outside.resolve("a.jsonl"));

    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t"))
        .hasMessageContaining("ALMANAC_PATH_LEAVES_STORE")
        .hasMessageContaining("t/a.jsonl");
  }

  @Test
  void aLinkOutOfTheStoreHidesNoOtherTable() throws IOException {
    lake.file("t/b.jsonl", "{\"id\":1}\n");
    Files.createSymbolicLink(folder.resolve("u"), outside);

    assertThat(rows("SHOW TABLES IN " + catalog).toString()).isEqualTo("[[,t,false]]");
  }

  @Test
  void aLinkInsideTheStoreIsFollowedOnce() throws IOException {
    lake.file("real/a.jsonl", "{\"id\":1}\n");
    Files.createSymbolicLink(folder.resolve("alias"), folder.resolve("real"));

    assertThat(column("SELECT id FROM " + catalog + ".alias")).containsExactly("1");
  }

  @Test
  void aLinkThatLeadsBackIsRefused() throws IOException {
    lake.file("t/a.jsonl", "{\"id\":1}\n");
    Files.createSymbolicLink(folder.resolve("t/loop"), folder.resolve("t"));

    assertThatThrownBy(() -> rows("SELECT * FROM " + catalog + ".t"))
        .hasMessageContaining("t/loop")
        .hasMessageContaining("leads back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none"})
  void aDatasetMayBeASingleFile(String scheme) {
    if (!scheme.isEmpty()) {
      set("partition-scheme", scheme);
    }
    lake.file("t/one.jsonl", "{\"id\":1}\n").file("t/two.jsonl", "{\"id\":2}\n");

    assertThat(column("SELECT id FROM " + catalog + ".t.`two.jsonl`")).containsExactly("2");
    assertThat(column("SELECT _metadata.file_name FROM " + catalog + ".t.`two.jsonl`"))
        .containsExactly("two.jsonl");
  }
}
