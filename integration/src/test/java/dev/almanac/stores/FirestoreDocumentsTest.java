package dev.almanac.stores;

import dev.almanac.firestore.testing.FakeFirestore;

/** Firestore, on a server in this process. */
class FirestoreDocumentsTest extends DocumentsContract {

  private static final FirestoreCollections STORE =
      new FirestoreCollections(new FakeFirestore().address(), "contract");

  @Override
  protected TestDocuments store() {
    return STORE;
  }
}
