package dev.almanac.firestore;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.FirestoreOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Store;
import dev.almanac.store.StoreOptions;
import java.io.Serializable;
import java.util.List;
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
    check(store, environment);
    String keyFile = options.value(FirestoreOptions.KEY_FILE);
    Optional<String> endpoint = options.set(FirestoreOptions.ENDPOINT);
    Optional<String> emulator = emulator(options, environment);
    String address = emulator.or(() -> endpoint).orElse("");
    boolean encrypted = emulator.isEmpty() && !address.startsWith("http://");
    Identity identity =
        emulator.isPresent() ? Identity.OWNER : identity(options, encrypted, !keyFile.isEmpty());
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
        address.replaceFirst("^https?://", "").replaceFirst("/$", ""),
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

  private static Identity identity(StoreOptions options, boolean encrypted, boolean keyFile) {
    if (keyFile) {
      return Identity.KEY_FILE;
    }
    return options.flag(FirestoreOptions.ANONYMOUS) || !encrypted
        ? Identity.NONE
        : Identity.DEFAULT;
  }

  /**
   * Refuses options that contradict one another, as far as is known what they refer to.
   *
   * @throws AlmanacException INVALID_OPTION; INVALID_STORE where no project can be found
   */
  static void check(Store store, Map<String, String> environment) {
    StoreOptions options = store.options();
    boolean project =
        options.set(FirestoreOptions.PROJECT_ID).isPresent()
            || !store.location().isEmpty()
            || options.set(FirestoreOptions.KEY_FILE).isPresent() // which may name it
            || environment.containsKey("GOOGLE_CLOUD_PROJECT");
    if (!project) {
      throw noProject(store);
    }
    if (options.set(FirestoreOptions.EMULATOR_HOST).isPresent()) {
      for (Option other : List.of(FirestoreOptions.ENDPOINT, FirestoreOptions.KEY_FILE)) {
        if (options.set(other).isPresent()) {
          throw contradiction(
              "%s and %s are both set. An emulator is an endpoint of its own, which asks for no key. Unset one of them.",
              store.place(FirestoreOptions.EMULATOR_HOST), store.place(other));
        }
      }
    }
    if (options.set(FirestoreOptions.KEY_FILE).isEmpty()) {
      return;
    }
    String keyFile = store.place(FirestoreOptions.KEY_FILE);
    if (options.flag(FirestoreOptions.ANONYMOUS)) {
      throw contradiction(
          "%s is set, and %s says to show no identity. Unset one of them.",
          keyFile, store.setting(FirestoreOptions.ANONYMOUS, "true"));
    }
    if (options.value(FirestoreOptions.ENDPOINT).startsWith("http://")) {
      throw contradiction(
          "%s is set, and %s is without encryption, over which no key is shown. Unset the key file, or write the endpoint without http://.",
          keyFile, store.place(FirestoreOptions.ENDPOINT));
    }
  }

  private static RuntimeException contradiction(String text, String... keys) {
    throw AlmanacException.of(Condition.INVALID_OPTION, text.formatted((Object[]) keys));
  }

  private static RuntimeException noProject(Store store) {
    throw AlmanacException.of(
        Condition.INVALID_STORE,
        "Cannot open "
            + store
            + ": it names no Google Cloud project. Set "
            + store.place(FirestoreOptions.PROJECT_ID)
            + ", or "
            + store.setting(DatasetOptions.LOCATION, "firestore://<project>/<database>")
            + ".");
  }
}
