package dev.almanac.stores;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Firestore, on Google's emulator where it is installed, or on the server that the environment
 * names by {@code ALMANAC_TEST_FIRESTORE_HOST}.
 */
@EnabledIf("dev.almanac.stores.FirestoreEmulator#isThere")
class EmulatorDocumentsTest extends DocumentsContract {

  private static FirestoreEmulator emulator;
  private static FirestoreCollections store;

  @BeforeAll
  static void start() throws Exception {
    emulator = FirestoreEmulator.start();
    store = new FirestoreCollections(emulator.address(), "demo-contract");
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Override
  protected TestDocuments store() {
    return store;
  }
}
