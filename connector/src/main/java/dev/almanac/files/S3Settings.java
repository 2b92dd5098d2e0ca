package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.FileOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Store;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Options {@code s3.*} as settings of Hadoop's client S3A. */
final class S3Settings {

  private static final String START = "fs.s3a.";
  private static final String PROVIDERS = "org.apache.hadoop.fs.s3a.";

  /** What signatures name where a server of one's own has no regions. */
  private static final String ANY_REGION = "us-east-1";

  private final Store store;
  private final Map<String, String> options;
  private final ClientSettings.Builder settings = new ClientSettings.Builder();

  private S3Settings(Store store, Map<String, String> options) {
    this.store = store;
    this.options = options;
  }

  /**
   * Translates a store's options.
   *
   * @param options the store's, with references resolved
   * @param bucket of the store's location: settings that the session has for just this bucket yield
   *     to the store's
   * @throws AlmanacException INVALID_OPTION where options contradict one another
   */
  static ClientSettings of(Store store, Map<String, String> options, String bucket) {
    S3Settings translation = new S3Settings(store, options);
    translation.endpoint();
    translation.credentials(bucket);
    ClientSettings found = translation.settings.build();
    found
        .set()
        .keySet()
        .forEach(
            key ->
                translation.settings.unset(
                    START + "bucket." + bucket + "." + key.substring(START.length())));
    return translation.settings.build();
  }

  private void endpoint() {
    Optional<String> endpoint = option(FileOptions.S3_ENDPOINT);
    boolean own = endpoint.isPresent() && !isAmazons(endpoint.get());
    endpoint.ifPresent(value -> settings.set(START + "endpoint", value));
    option(FileOptions.S3_REGION)
        .or(() -> own ? Optional.of(ANY_REGION) : Optional.empty())
        .ifPresent(value -> settings.set(START + "endpoint.region", value));
    option(FileOptions.S3_PATH_STYLE)
        .or(() -> own ? Optional.of("true") : Optional.empty())
        .ifPresent(value -> settings.set(START + "path.style.access", value));
  }

  private static boolean isAmazons(String endpoint) {
    String host = endpoint.toLowerCase(Locale.ROOT);
    return host.contains(".amazonaws.com");
  }

  private void credentials(String bucket) {
    Optional<String> key = option(FileOptions.S3_ACCESS_KEY);
    Optional<String> secret = option(FileOptions.S3_SECRET_KEY);
    Optional<String> token = option(FileOptions.S3_SESSION_TOKEN);
    boolean anonymous = option(FileOptions.S3_ANONYMOUS).map(Boolean::parseBoolean).orElse(false);
    Option given =
        key.isPresent()
            ? FileOptions.S3_ACCESS_KEY
            : secret.isPresent() ? FileOptions.S3_SECRET_KEY : FileOptions.S3_SESSION_TOKEN;
    if (anonymous && (key.isPresent() || secret.isPresent() || token.isPresent())) {
      throw contradiction(
          store.setting(FileOptions.S3_ANONYMOUS, "true")
              + " says to sign nothing, and there is "
              + store.place(given)
              + " to sign by. Leave out the one or the other.");
    }
    if (key.isPresent() != secret.isPresent() || (token.isPresent() && key.isEmpty())) {
      throw contradiction(
          store.place(given)
              + " is set without "
              + store.place(key.isPresent() ? FileOptions.S3_SECRET_KEY : FileOptions.S3_ACCESS_KEY)
              + ": s3.access-key and s3.secret-key belong together, and s3.session-token to both."
              + " Set what is missing, or none of them to use the client's own chain.");
    }
    if (anonymous) {
      provider("AnonymousAWSCredentialsProvider");
    } else if (key.isPresent()) {
      provider(
          token.isPresent() ? "TemporaryAWSCredentialsProvider" : "SimpleAWSCredentialsProvider");
      settings.set(START + "access.key", key.get());
      settings.set(START + "secret.key", secret.orElseThrow());
      token.ifPresent(value -> settings.set(START + "session.token", value));
      // Hadoop asks the session's key stores before it looks at settings.
      settings.unset("hadoop.security.credential.provider.path");
      settings.unset(START + "security.credential.provider.path");
      settings.unset(START + "bucket." + bucket + ".security.credential.provider.path");
    }
  }

  private void provider(String name) {
    settings.set(START + "aws.credentials.provider", PROVIDERS + name);
  }

  private static RuntimeException contradiction(String what) {
    throw AlmanacException.of(Condition.INVALID_OPTION, what);
  }

  private Optional<String> option(Option option) {
    return Optional.ofNullable(options.get(option.key())).filter(value -> !value.isBlank());
  }
}
