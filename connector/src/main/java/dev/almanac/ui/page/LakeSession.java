package dev.almanac.ui.page;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A session that can be looked at.
 *
 * @param id unique, of letters, digits and {@code -}
 * @param standard whether it is the one that an application has if it makes no other
 * @param client who uses it, where that is known
 * @param session the session
 */
public record LakeSession(
    String id, boolean standard, Optional<ConnectClient> client, SparkSession session) {

  /** For people. */
  String label() {
    return standard
        ? "the application's session"
        : shortLabel()
            + client.map(by -> " (Spark Connect, session " + by.session() + ")").orElse("");
  }

  /** The same where there is little room. */
  String shortLabel() {
    return standard
        ? "the application's session"
        : "session " + id + client.map(by -> " of " + by.user()).orElse("");
  }
}
