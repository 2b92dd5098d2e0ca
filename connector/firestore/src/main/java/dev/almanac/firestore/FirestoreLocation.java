package dev.almanac.firestore;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Store;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a store's location says: {@code firestore://<project>[/<database>]}, or nothing.
 *
 * @param project the project's id
 * @param database the database's id
 */
record FirestoreLocation(Optional<String> project, Optional<String> database) {

  private static final Pattern FORM = Pattern.compile("firestore://([^/]+)(?:/([^/]+))?/?");

  /**
   * Reads a store's location.
   *
   * @throws AlmanacException INVALID_STORE where it has another form
   */
  static FirestoreLocation of(Store store) {
    if (store.location().isBlank()) {
      return new FirestoreLocation(Optional.empty(), Optional.empty());
    }
    Matcher matcher = FORM.matcher(store.location());
    if (!matcher.matches()) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot open "
              + store
              + " at "
              + store.location()
              + ": a Firestore database is written firestore://<project>/<database>, or without a"
              + " location by the key firestore.project-id.");
    }
    return new FirestoreLocation(
        Optional.of(matcher.group(1)), Optional.ofNullable(matcher.group(2)));
  }
}
