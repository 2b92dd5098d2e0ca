package dev.almanac.store;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a value says that it stands elsewhere: {@code ${env:NAME}}, {@code ${file:/path}}, {@code
 * ${credential:alias}}.
 */
public final class Reference {

  /** The first group is the place, such as {@code env}, the second what is meant there. */
  public static final Pattern FORM = Pattern.compile("\\$\\{(env|file|credential):([^}]+)}");

  static final String FORMS =
      "A value that stands elsewhere is written ${env:NAME} for a variable of the driver's"
          + " environment, ${file:/path} for what a file says, or ${credential:alias} for what"
          + " Hadoop's key stores have.";

  static final String ONLY_OF =
      "Values that stand elsewhere are taken of s3.*, gcs.*, hadoop.*, firestore.* and mongodb.uri"
          + " only: write this one out.";

  /** Keys, and what keys start with. */
  private static final List<String> TAKERS =
      List.of("s3.", "gcs.", "hadoop.", "firestore.", "mongodb.uri");

  private static final String HADOOP = "hadoop.";

  private Reference() {}

  /** Whether the values of a key may stand elsewhere. */
  static boolean takenBy(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return TAKERS.stream().anyMatch(lower::startsWith);
  }

  /** Whether a value, or a part of it, stands elsewhere. */
  public static boolean isIn(String value) {
    return FORM.matcher(value).find();
  }

  /** Whether one may have been meant. Hadoop's settings have variables of its own. */
  static boolean isMistyped(String key, String value) {
    return !key.toLowerCase(Locale.ROOT).startsWith(HADOOP) && value.contains("${") && !isIn(value);
  }
}
