package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.Locale;

/** Checks where stores say that they are. */
final class Location {

  private Location() {}

  /**
   * Refuses credentials in a location, which is shown in plans, logs and messages.
   *
   * @param fullKey the option, for the message
   * @throws AlmanacException INVALID_OPTION that does not show them
   */
  static void check(String location, String fullKey) {
    int start = location.indexOf("://");
    if (start < 0) {
      return;
    }
    String scheme = location.substring(0, start).toLowerCase(Locale.ROOT);
    String authority = location.substring(start + 3).split("/", 2)[0];
    boolean secret =
        Schemes.isOfBuckets(scheme)
            ? authority.indexOf('@') >= 0
                || authority.indexOf(':') >= 0 // the secret may have a '/'
            : authority.lastIndexOf('@') > authority.indexOf(':') && authority.indexOf(':') >= 0;
    if (secret) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid value of "
              + fullKey
              + ": it has a user or a secret before the '@'. Locations are shown in plans and"
              + " logs. "
              + instead(scheme));
    }
  }

  private static String instead(String scheme) {
    if (Schemes.S3.contains(scheme)) {
      return "Set s3.access-key and s3.secret-key instead.";
    }
    return switch (scheme) {
      case "mongodb", "mongodb+srv" ->
          "Set mongodb.uri to the whole connection string, which is never shown, and the location to"
              + " "
              + scheme
              + "://host/database.";
      case Schemes.GCS -> "Set gcs.key-file instead.";
      default -> "Set what the store's client takes, as hadoop.* keys, instead.";
    };
  }
}
