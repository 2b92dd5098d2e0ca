package dev.almanac.stores;

/** MongoDB, as a server in memory speaks it. */
class MongoDocumentsTest extends DocumentsContract {

  @Override
  protected TestDocuments store() {
    return MongoDocuments.inMemory("contract");
  }
}
