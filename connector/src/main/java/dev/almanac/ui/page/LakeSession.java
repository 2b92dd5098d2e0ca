package dev.almanac.ui.page;

import org.apache.spark.sql.SparkSession;

/**
 * A session that can be looked at.
 *
 * @param id unique, of letters, digits and {@code -}
 * @param standard whether it is the one that an application has if it makes no other
 * @param session the session
 */
public record LakeSession(String id, boolean standard, SparkSession session) {

  /** For people. */
  String label() {
    return standard ? "the application's session" : "session " + id;
  }
}
