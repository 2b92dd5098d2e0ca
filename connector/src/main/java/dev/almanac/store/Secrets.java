package dev.almanac.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which options hold secrets, and how they are shown. */
public final class Secrets {

  /** What is shown in a secret's place, as Spark does. */
  public static final String REDACTED = "*********(redacted)";

  /** Keys of ours and of Hadoop's clients; and a user with a password in any URI. */
  private static final String KEYS =
      "(?i:secret|password|token|access[.-]?key|account[.]key|account[.]oauth2[.]client"
          + "|private[.]key|encryption[.]key|sas[.]fixed|credential|mongodb[.]uri)";

  private static final String VALUES = "://[^/@\\s]*:[^/\\s]*@";

  private static final Pattern KEY = Pattern.compile(KEYS);

  /** What is shorter would be found in any text, and is no secret. */
  private static final int SHORTEST = 4;

  private Secrets() {}

  /** Whether an option's value is a secret, by the option's key. */
  public static boolean isSecret(String key) {
    return KEY.matcher(key).find();
  }

  /**
   * What Spark is to look for, in names of settings and in their values, to show neither: Spark's
   * own pattern knows of passwords, but not of {@code s3.access-key} or {@code mongodb.uri}.
   */
  public static String pattern() {
    return KEYS + "|" + VALUES;
  }

  /** The secrets that options hold: what must not stand in a message that another made of them. */
  public static List<String> values(Map<String, String> options) {
    return options.entrySet().stream()
        .filter(option -> isSecret(option.getKey()) && option.getValue().length() >= SHORTEST)
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * A text without secrets.
   *
   * @param secrets as {@link #values} gives them
   */
  public static String hidden(String text, Collection<String> secrets) {
    String shown = text;
    for (String secret : secrets) {
      shown = shown.replace(secret, REDACTED);
    }
    return shown;
  }

  /** Whether an error, or what it came of, tells a secret. */
  public static boolean areToldBy(Throwable error, Collection<String> secrets) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      String text = String.valueOf(e.getMessage());
      if (!hidden(text, secrets).equals(text)
          || Arrays.stream(e.getSuppressed()).anyMatch(kept -> areToldBy(kept, secrets))) {
        return true;
      }
    }
    return false;
  }

  /** Options as they may be shown. */
  public static Map<String, String> redacted(Map<String, String> options) {
    Map<String, String> shown = new TreeMap<>();
    options.forEach((key, value) -> shown.put(key, isSecret(key) ? REDACTED : value));
    return shown;
  }
}
