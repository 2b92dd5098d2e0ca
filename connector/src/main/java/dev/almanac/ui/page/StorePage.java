package dev.almanac.ui.page;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.CatalogBrowser;
import dev.almanac.spark.SessionConf;
import dev.almanac.store.DatasetListing;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.ListingBudget;
import dev.almanac.store.Secrets;
import dev.almanac.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A store: its settings, and the datasets in it, as many as are found quickly. */
public final class StorePage implements Page {

  /** Bounds of one listing: what a person waits for, and what a store hardly notices. */
  private static final int FOLDERS = 1000;

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int SHOWN = 1000;

  private final Application application;

  public StorePage(Application application) {
    this.application = application;
  }

  @Override
  public String path() {
    return "store";
  }

  @Override
  public String title() {
    return "Store";
  }

  @Override
  public PageContent content(PageRequest request) {
    List<String> name = request.name("store");
    LakeCatalog lake = new Lakes(application).of(request, name);
    CatalogBrowser browser = lake.browser();
    Store store = store(lake, browser, name.subList(1, name.size()));
    DatasetListing found = browser.datasets(store, ListingBudget.of(FOLDERS, TIME));
    List<Html> body = new ArrayList<>();
    body.add(Panels.trail(request, lake, store.prefix(), List.of()));
    body.add(Panels.summary(summary(store)));
    body.add(settings(lake, store));
    body.add(
        Panels.heading(
            "Datasets (%s%s)"
                .formatted(
                    found.complete() ? "" : "at least ", Amounts.number(found.names().size()))));
    if (!found.complete()) {
      body.add(
          Panels.note(
              "This store is large: the listing was stopped after %s folders or %d seconds, and has"
                      .formatted(Amounts.number(FOLDERS), TIME.toSeconds())
                  + " what was found by then. Open others by name."));
    }
    body.add(openByName(request, lake, store));
    body.add(datasets(request, lake, store, found.names()));
    return new PageContent(
        "Store " + lake.storeName(store), Html.all(body), facts(lake, store, found));
  }

  private static Store store(LakeCatalog lake, CatalogBrowser browser, List<String> prefix) {
    return browser.stores().stream()
        .filter(store -> store.prefix().equals(prefix))
        .findFirst()
        .orElseThrow(
            () ->
                AlmanacException.of(
                    Condition.INVALID_STORE,
                    "Cannot show the store %s: it is not registered (any more)."
                        .formatted(lake.sql(prefix))));
  }

  private static Map<String, Html> summary(Store store) {
    Map<String, Html> values = new LinkedHashMap<>();
    values.put("Connector", Html.text(store.connector()));
    values.put("Location", Html.tag("span").of("almanac-path").text(store.location()));
    values.put("Registered", Html.text(store.configured() ? "by configuration" : "at run time"));
    values.put(
        "Without a clause, queries read",
        Html.tag("code").text(store.options().value(DatasetOptions.DEFAULT_DATES)));
    values.put("Time zone", Html.text(store.options().timeZone().toString()));
    return values;
  }

  /** What is a secret for us, or for Spark, is not shown. */
  private static Map<String, String> shownOptions(LakeCatalog lake, Store store) {
    Map<String, String> shown = new TreeMap<>(Secrets.redacted(store.options().asMap()));
    shown.replaceAll(
        (key, value) ->
            SessionConf.redacts(lake.session().session(), key) ? Secrets.REDACTED : value);
    shown.remove(DatasetOptions.LOCATION.key());
    shown.remove(DatasetOptions.CONNECTOR.key());
    return shown;
  }

  private static Html settings(LakeCatalog lake, Store store) {
    Map<String, String> options = shownOptions(lake, store);
    if (options.isEmpty()) {
      return Html.none();
    }
    return Html.tag("details")
        .of("almanac-settings")
        .add(
            Html.tag("summary").text("Settings (%d)".formatted(options.size())),
            new Columns<Map.Entry<String, String>>()
                .add("Name", option -> Panels.name(option.getKey()))
                .add("Value", option -> Panels.path(option.getValue()))
                .table(List.copyOf(options.entrySet())));
  }

  private static Html openByName(PageRequest request, LakeCatalog lake, Store store) {
    Html.Element form =
        Html.tag("form")
            .of("form-inline almanac-open")
            .with("method", "get")
            .with("action", request.to("dataset").page())
            .add(
                Html.tag("label").with("for", "almanac-name").text("Open by name:"),
                Html.tag("input")
                    .with("id", "almanac-name")
                    .of("form-control form-control-sm")
                    .with("name", "dataset")
                    .with("required", "required")
                    .with("value", LinkText.of(lake.full(store.prefix())) + "."),
                Html.tag("button").of("btn btn-spark btn-sm").with("type", "submit").text("Go"));
    return request
        .parameter(PageRequest.SESSION)
        .map(
            id ->
                form.add(
                    Html.tag("input")
                        .with("type", "hidden")
                        .with("name", PageRequest.SESSION)
                        .with("value", id)))
        .orElse(form);
  }

  private static Html datasets(
      PageRequest request, LakeCatalog lake, Store store, List<List<String>> names) {
    if (names.isEmpty()) {
      return Html.tag("p")
          .text(
              "No dataset was found: there is no folder or collection with data, or the location is"
                  + " not there.");
    }
    int prefix = store.prefix().size();
    return new Columns<List<String>>()
        .add(
            "Dataset",
            name ->
                Panels.name(
                    request.to("dataset").with("dataset", lake.full(name)).text(lake.sql(name)),
                    lake.sql(name)))
        .add(
            "Folder or collection",
            name -> Panels.path(String.join("/", name.subList(prefix, name.size()))))
        .table(names, SHOWN, "open others by name");
  }

  private static Map<String, Object> facts(LakeCatalog lake, Store store, DatasetListing found) {
    return Facts.of(
        "store",
        lake.storeName(store),
        "connector",
        store.connector(),
        "location",
        store.location(),
        "configured",
        store.configured(),
        "settings",
        shownOptions(lake, store),
        "datasets",
        found.names().stream().map(lake::sql).toList(),
        "complete",
        found.complete());
  }
}
