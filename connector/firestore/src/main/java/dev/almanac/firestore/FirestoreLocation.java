package dev.almanac.firestore;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.FirestoreOptions;
import dev.almanac.store.Option;
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
   * @throws AlmanacException INVALID_OPTION where it has another form
   */
  static FirestoreLocation of(Store store) {
    if (store.location().isBlank()) {
      return new FirestoreLocation(Optional.empty(), Optional.empty());
    }
    Matcher matcher = FORM.matcher(store.location());
    if (!matcher.matches()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value '"
              + store.location()
              + "' of "
              + store.place(DatasetOptions.LOCATION)
              + ": a Firestore database is written firestore://<project>/<database>, or without a"
              + " location by the key firestore.project-id.");
    }
    Optional<String> database = Optional.ofNullable(matcher.group(2));
    check(store, FirestoreOptions.PROJECT_ID, matcher.group(1));
    database.ifPresent(name -> check(store, FirestoreOptions.DATABASE, name));
    return new FirestoreLocation(Optional.of(matcher.group(1)), database);
  }

  /** A part of a location has the form of the key that says the same. */
  private static void check(Store store, Option option, String part) {
    option
        .type()
        .problem(option.key(), part)
        .ifPresent(
            wanted -> {
              throw AlmanacException.of(
                  Condition.INVALID_OPTION,
                  "Invalid value '%s' of %s: its part '%s' is wrong. %s"
                      .formatted(
                          store.location(), store.place(DatasetOptions.LOCATION), part, wanted));
            });
  }
}
