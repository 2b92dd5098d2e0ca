package dev.almanac.ui.page;

import java.util.List;
import java.util.Set;

/** The application whose UI it is. Thread-safe. */
public interface Application {

  /** The sessions, the standard one first, then those that were used last; at most some dozens. */
  List<LakeSession> sessions();

  /**
   * The last queries that read tables of Almanac's, the newest first; at most some hundreds.
   *
   * @param catalogs the names of Almanac's catalogs
   */
  List<QueryRun> queries(Set<String> catalogs);

  /** A text without what Spark takes for secrets in texts. */
  String redacted(String text);
}
