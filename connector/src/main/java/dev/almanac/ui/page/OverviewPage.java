package dev.almanac.ui.page;

import dev.almanac.catalog.AlmanacCatalog;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tab's first page: the stores of all catalogs, and the last queries. It lists nothing. */
public final class OverviewPage implements Page {

  private final Application application;

  public OverviewPage(Application application) {
    this.application = application;
  }

  @Override
  public String path() {
    return "";
  }

  @Override
  public String title() {
    return "Datasets";
  }

  @Override
  public PageContent content(PageRequest request) {
    List<ShownCatalog> catalogs = catalogs();
    List<QueryRun> queries = new Lakes(application).queries();
    List<Html> body = new ArrayList<>();
    if (catalogs.isEmpty()) {
      body.add(
          Panels.note(
              "No session has a catalog of Almanac's yet. One is configured by"
                  + " spark.sql.catalog.<name> = %s and spark.sql.catalog.<name>.location."
                      .formatted(AlmanacCatalog.class.getName())));
    }
    boolean several = catalogs.stream().map(ShownCatalog::session).distinct().count() > 1;
    for (ShownCatalog catalog : catalogs) {
      body.add(
          Panels.heading(
              "Catalog " + catalog.lake().name() + (several ? ", " + catalog.label() : "")));
      body.add(html(request, catalog));
    }
    body.add(Panels.heading("Queries (%d)".formatted(queries.size())));
    body.add(
        new QueriesTable(request, application.sessions())
            .html(queries, "No query has read a table of these catalogs yet."));
    return new PageContent(title(), Html.all(body), facts(catalogs, queries));
  }

  /** A catalog's stores; sessions with the same stores are shown as one. */
  private List<ShownCatalog> catalogs() {
    Map<List<Object>, ShownCatalog> distinct = new LinkedHashMap<>();
    for (LakeCatalog lake : new Lakes(application).all()) {
      ShownCatalog found = ShownCatalog.of(lake);
      distinct.merge(found.shown(), found, (first, same) -> first.withOneMore());
    }
    return List.copyOf(distinct.values());
  }

  private Html html(PageRequest request, ShownCatalog catalog) {
    if (catalog.error().isPresent()) {
      return Panels.error(application, catalog.error().get());
    }
    if (catalog.stores().isEmpty()) {
      return Panels.note(
          "This catalog has no stores. Set spark.sql.catalog.%s.location, or register one with"
                  .formatted(catalog.lake().name())
              + " CREATE NAMESPACE.");
    }
    return new Columns<Store>()
        .add(
            "Store",
            store ->
                Panels.name(link(request, catalog.lake(), store), catalog.lake().storeName(store)))
        .add("Connector", store -> Panels.cell(Html.text(store.connector())))
        .add("Location", store -> Panels.path(store.location()))
        .add(
            "Without a clause",
            store -> Panels.cell(Html.text(store.options().value(DatasetOptions.DEFAULT_DATES))))
        .add(
            "Registered",
            store -> Panels.name(store.configured() ? "by configuration" : "at run time"))
        .table(catalog.stores());
  }

  private static Html link(PageRequest request, LakeCatalog lake, Store store) {
    return request
        .in(lake.session())
        .to("store")
        .with("store", lake.full(store.prefix()))
        .text(lake.storeName(store));
  }

  private Map<String, Object> facts(List<ShownCatalog> catalogs, List<QueryRun> queries) {
    List<Map<String, Object>> stores = new ArrayList<>();
    List<Map<String, Object>> errors = new ArrayList<>();
    for (ShownCatalog catalog : catalogs) {
      catalog
          .error()
          .ifPresent(
              error ->
                  errors.add(
                      Facts.of(
                          "catalog",
                          catalog.lake().name(),
                          "message",
                          Panels.message(application, error))));
      for (Store store : catalog.stores()) {
        stores.add(
            Facts.of(
                "catalog", catalog.lake().name(),
                "session", catalog.session(),
                "store", catalog.lake().storeName(store),
                "connector", store.connector(),
                "location", store.location(),
                "configured", store.configured()));
      }
    }
    return Facts.of(
        "stores",
        stores,
        "errors",
        errors,
        "queries",
        queries.stream().map(QueriesTable::facts).toList());
  }
}
