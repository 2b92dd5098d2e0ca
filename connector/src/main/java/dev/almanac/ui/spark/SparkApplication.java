package dev.almanac.ui.spark;

import dev.almanac.ui.page.Application;
import dev.almanac.ui.page.LakeSession;
import dev.almanac.ui.page.QueryRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.classic.SparkSession;

/** What the pages ask about the application. */
final class SparkApplication implements Application {

  /** A server of sessions may have many; those used last are looked at. */
  private static final int SESSIONS = 50;

  private final SqlListener listener;

  SparkApplication(SqlListener listener) {
    this.listener = listener;
  }

  @Override
  public List<LakeSession> sessions() {
    Optional<SparkSession> standard = standard();
    return all().stream()
        .map(
            session ->
                new LakeSession(
                    id(session),
                    standard.filter(session::equals).isPresent(),
                    listener.client(session),
                    session))
        .limit(SESSIONS)
        .toList();
  }

  /** As short as it can be told apart by people; the whole is a UUID. */
  static String id(SparkSession session) {
    return session.sessionUUID().substring(0, 8);
  }

  private Set<SparkSession> all() {
    Set<SparkSession> all = new LinkedHashSet<>();
    standard().ifPresent(all::add);
    all.addAll(listener.sessions());
    return all;
  }

  private static Optional<SparkSession> standard() {
    scala.Option<SparkSession> session = SparkSession.getDefaultSession();
    return session.isDefined() ? Optional.of(session.get()) : Optional.empty();
  }

  @Override
  public List<QueryRun> queries(Set<String> catalogs) {
    return all().stream()
        .findFirst()
        .map(
            session ->
                new SqlHistory(session.sharedState().statusStore(), listener, catalogs).queries())
        .orElse(List.of());
  }

  @Override
  public String redacted(String text) {
    return all().stream().findFirst().map(session -> SqlText.redacted(session, text)).orElse(text);
  }
}
