package dev.almanac.firestore;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.FirestoreOptions;
import dev.almanac.store.Store;
import dev.almanac.store.StoreOptions;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * How a database is reached; it is sent to the tasks, and holds no secret.
 *
 * @param store the store's name, for messages
 * @param address {@code host:port}; empty for Google's
 * @param encrypted whether by TLS
 * @param keyFile where identity is KEY_FILE; otherwise empty
 * @param timeoutSeconds how long the server may be silent
 */
record Connection(
    String store,
    String project,
    String database,
    String address,
    boolean encrypted,
    Identity identity,
    String keyFile,
    int timeoutSeconds)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Who asks. */
  enum Identity {
    /** Google's application default credentials. */
    DEFAULT,
    /** A service account's. */
    KEY_FILE,
    /** An emulator's owner, for whom no rules apply. */
    OWNER,
    /** Nobody. */
    NONE
  }

  /** The root of all documents: {@code projects/p/databases/d/documents}. */
  String root() {
    return "projects/" + project + "/databases/" + database + "/documents";
  }

  /** The full name of a document or collection. */
  String fullName(String path) {
    return path.isEmpty() ? root() : root() + "/" + path;
  }

  /** The path of a document below the root. */
  String path(String fullName) {
    String start = root() + "/";
    return fullName.startsWith(start) ? fullName.substring(start.length()) : fullName;
  }

  /** For messages: where the server is. */
  String place() {
    return address.isEmpty() ? "firestore.googleapis.com" : address;
  }

  /**
   * Reads a store's options.
   *
   * @param environment the process's, for what Google's clients too take from it
   * @throws AlmanacException INVALID_STORE, INVALID_OPTION
   */
  static Connection of(Store store, Map<String, String> environment) {
    StoreOptions options = store.options();
    FirestoreLocation location = FirestoreLocation.of(store);
    String keyFile = options.value(FirestoreOptions.KEY_FILE);
    Optional<String> endpoint = options.set(FirestoreOptions.ENDPOINT);
    Optional<String> emulator = emulator(options, environment);
    if (options.set(FirestoreOptions.EMULATOR_HOST).isPresent() && endpoint.isPresent()) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot open "
              + store
              + ": firestore.emulator-host and firestore.endpoint are both set. Unset one of"
              + " them.");
    }
    String address = emulator.or(() -> endpoint).orElse("");
    boolean encrypted = emulator.isEmpty() && !address.startsWith("http://");
    Identity identity =
        emulator.isPresent()
            ? Identity.OWNER
            : identity(store, options, encrypted, !keyFile.isEmpty());
    String project =
        options
            .set(FirestoreOptions.PROJECT_ID)
            .or(location::project)
            .or(() -> identity == Identity.KEY_FILE ? KeyFile.project(keyFile) : Optional.empty())
            .or(() -> Optional.ofNullable(environment.get("GOOGLE_CLOUD_PROJECT")))
            .orElseThrow(() -> noProject(store));
    String database =
        options.set(FirestoreOptions.DATABASE).or(location::database).orElse("(default)");
    return new Connection(
        store.toString(),
        project,
        database,
        address.replaceFirst("^https?://", ""),
        encrypted,
        identity,
        identity == Identity.KEY_FILE ? keyFile : "",
        Integer.parseInt(options.value(FirestoreOptions.TIMEOUT)));
  }

  private static Optional<String> emulator(StoreOptions options, Map<String, String> environment) {
    if (options.set(FirestoreOptions.ENDPOINT).isPresent()) {
      return Optional.empty();
    }
    return options
        .set(FirestoreOptions.EMULATOR_HOST)
        .or(() -> Optional.ofNullable(environment.get("FIRESTORE_EMULATOR_HOST")))
        .map(host -> host.replaceFirst("^http://", ""))
        .filter(host -> !host.isBlank());
  }

  private static Identity identity(
      Store store, StoreOptions options, boolean encrypted, boolean keyFile) {
    boolean anonymous = Boolean.parseBoolean(options.value(FirestoreOptions.ANONYMOUS));
    if (keyFile && (anonymous || !encrypted)) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot open "
              + store
              + ": firestore.key-file is set, and "
              + (anonymous
                  ? "firestore.anonymous says not to use it. Unset one of them."
                  : "firestore.endpoint is without encryption, over which no key is shown. Unset"
                      + " the key file, or write the endpoint without http://."));
    }
    if (keyFile) {
      return Identity.KEY_FILE;
    }
    return anonymous || !encrypted ? Identity.NONE : Identity.DEFAULT;
  }

  private static RuntimeException noProject(Store store) {
    throw AlmanacException.of(
        Condition.INVALID_STORE,
        "Cannot open "
            + store
            + ": it names no Google Cloud project. Set firestore.project-id, or the location"
            + " firestore://<project>/<database>.");
  }
}
