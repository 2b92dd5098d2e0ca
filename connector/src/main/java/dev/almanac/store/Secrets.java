package dev.almanac.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which options hold secrets, and how they are shown. */
public final class Secrets {

  /** What is shown in a secret's place, as Spark does. */
  public static final String REDACTED = "*********(redacted)";

  /** As keys of Hadoop's clients have them. */
  private static final List<String> WORDS =
      List.of(
          "secret",
          "password",
          "token",
          "access.key",
          "access-key",
          "account.key",
          "account.oauth2.client",
          "private.key",
          "encryption.key",
          "sas.fixed",
          "credential",
          "mongodb.uri");

  private Secrets() {}

  /** Whether an option's value is a secret, by the option's key. */
  public static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }

  /** Options as they may be shown. */
  public static Map<String, String> redacted(Map<String, String> options) {
    Map<String, String> shown = new TreeMap<>();
    options.forEach((key, value) -> shown.put(key, isSecret(key) ? REDACTED : value));
    return shown;
  }
}
