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
    if (said.size() < REMEMBERED && said.add(message)) {
      LOG.warn(message);
    }
  }
}
