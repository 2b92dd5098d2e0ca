package dev.almanac.ui.page;

import static java.util.stream.Collectors.toSet;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.spark.Catalogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The catalogs of ours that an application's sessions have: those that are configured, and those
 * that are loaded.
 *
 * @param application whose sessions
 */
record Lakes(Application application) {

  private static final Pattern CATALOG_KEY = Pattern.compile("spark\\.sql\\.catalog\\.([^.]+)");

  /** All of all sessions. */
  List<LakeCatalog> all() {
    return application.sessions().stream().flatMap(session -> in(session).stream()).toList();
  }

  /** The last queries that read them. */
  List<QueryRun> queries() {
    return application.queries(all().stream().map(LakeCatalog::name).collect(toSet()));
  }

  private static List<LakeCatalog> in(LakeSession session) {
    Set<String> names = new TreeSet<>();
    CollectionConverters.asJava(session.session().conf().getAll())
        .forEach(
            (key, value) -> {
              Matcher matcher = CATALOG_KEY.matcher(key);
              if (matcher.matches() && value.equals(AlmanacCatalog.class.getName())) {
                names.add(matcher.group(1));
              }
            });
    Catalogs.loaded(session.session()).stream()
        .filter(name -> Catalogs.named(session.session(), name) instanceof AlmanacCatalog)
        .forEach(names::add);
    return names.stream().map(name -> new LakeCatalog(session, name)).toList();
  }

  /**
   * The catalog that a name starts with, in the session that is asked for; without one, in the
   * first that has such a catalog.
   *
   * @throws AlmanacException NO_SUCH_DATASET where there is none
   */
  LakeCatalog of(PageRequest request, List<String> name) {
    List<LakeCatalog> all = all();
    List<LakeCatalog> found = new ArrayList<>(all);
    found.removeIf(lake -> name.isEmpty() || !lake.name().equals(name.get(0)));
    request
        .parameter(PageRequest.SESSION)
        .ifPresent(id -> found.removeIf(lake -> !lake.session().id().equals(id)));
    if (found.isEmpty()) {
      throw AlmanacException.of(
          Condition.NO_SUCH_DATASET,
          "Cannot show '%s': it is in none of the catalogs that the application's sessions have now"
                  .formatted(String.join(".", name))
              + " (%s). Names start with a catalog, as in lake.sales.orders."
                  .formatted(
                      String.join(", ", all.stream().map(LakeCatalog::name).distinct().toList())));
    }
    return found.get(0);
  }
}
