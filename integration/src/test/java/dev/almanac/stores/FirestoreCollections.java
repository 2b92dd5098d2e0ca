package dev.almanac.stores;

import dev.almanac.firestore.testing.Documents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collections of a Firestore project, on a server without encryption. */
final class FirestoreCollections implements TestDocuments {

  private final String address;
  private final String project;
  private final Documents documents;

  /**
   * @param address {@code host:port}
   */
  FirestoreCollections(String address, String project) {
    this.address = address;
    this.project = project;
    this.documents = new Documents(address, project);
  }

  @Override
  public String location() {
    return "firestore://" + project;
  }

  @Override
  public Map<String, String> options() {
    return Map.of("connector", "firestore", "firestore.emulator-host", address);
  }

  @Override
  public Map<String, String> unreachable() {
    return Map.of(
        "connector", "firestore",
        "firestore.emulator-host", "127.0.0.1:1",
        "firestore.timeout-seconds", "2");
  }

  @Override
  public void add(String collection, List<Map<String, Object>> added) {
    Map<String, Map<String, Object>> byPath = new LinkedHashMap<>();
    for (Map<String, Object> document : added) {
      byPath.put(collection + "/d" + byPath.size(), document);
    }
    documents.put(byPath);
  }
}
