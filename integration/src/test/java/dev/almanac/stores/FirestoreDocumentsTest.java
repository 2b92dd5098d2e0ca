package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.firestore.testing.FakeFirestore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Firestore, on a server in this process. */
class FirestoreDocumentsTest extends DocumentsContract {

  private static final String ADDRESS = new FakeFirestore().address();

  private static final FirestoreCollections STORE = new FirestoreCollections(ADDRESS, "contract");

  @Override
  protected TestDocuments store() {
    return STORE;
  }

  @Test
  void settingsMayStandInFiles(@TempDir Path folder) throws IOException {
    String name = newCollection();
    store().add(name, List.of(document("id", 1L), document("id", 2L)));
    Path host = Files.writeString(folder.resolve("host"), ADDRESS + "\n");
    Path page = Files.writeString(folder.resolve("page"), "1\n");
    set("f", "connector", "firestore");
    set("f", "location", store().location());
    set("f", "firestore.emulator-host", "${file:" + host + "}");
    set("f", "firestore.page-size", "${file:" + page + "}");

    assertThat(column("SELECT id FROM " + catalog + ".f." + name + " ORDER BY id"))
        .containsExactly("1", "2");
    Files.writeString(page, "many");
    assertThat(ours(catchThrowable(() -> rows("SELECT id FROM " + catalog + ".f." + name))))
        .hasMessageContaining("firestore.page-size");
  }
}
