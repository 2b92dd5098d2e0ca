package dev.almanac.folders;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each message once for each store, so that a busy table does not fill the log. */
final class OnceLog {

  private static final Logger LOG = LoggerFactory.getLogger("dev.almanac.folders");
  private static final int REMEMBERED = 1_000;

  private final Set<String> said = ConcurrentHashMap.newKeySet();

  void warn(String message) {
    if (isNew(message)) {
      LOG.warn(message);
    }
  }

  /** Whether this is the first time that something is to be said, and room to remember it. */
  boolean isNew(String what) {
    return said.size() < REMEMBERED && said.add(what);
  }
}
