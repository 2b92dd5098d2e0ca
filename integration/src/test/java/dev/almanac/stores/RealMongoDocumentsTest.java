package dev.almanac.stores;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real MongoDB, or what speaks its protocol, where the environment names one. */
@EnabledIfEnvironmentVariable(named = MongoDocuments.REAL, matches = ".+")
class RealMongoDocumentsTest extends DocumentsContract {

  private static MongoDocuments store;

  @BeforeAll
  static void connect() {
    store = MongoDocuments.real("almanac_" + UUID.randomUUID().toString().substring(0, 8));
  }

  @AfterAll
  static void dropTheDatabase() {
    store.client().getDatabase(store.database()).drop();
    store.client().close();
  }

  @Override
  protected TestDocuments store() {
    return store;
  }
}
