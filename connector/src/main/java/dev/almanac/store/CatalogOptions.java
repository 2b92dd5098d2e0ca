package dev.almanac.store;

import dev.almanac.store.Option.Scope;
import dev.almanac.store.ValueType.Count;
import dev.almanac.store.ValueType.Moment;
import java.util.List;

/** Keys of a catalog, which no store has. */
public final class CatalogOptions {

  public static final Option NOW =
      new Option(
          "now",
          Scope.CATALOG,
          new Moment(),
          "",
          "Fixes what TODAY and the other relative dates count from, such as"
              + " `2022-06-15T10:20:00Z`: for tests, and to run a job again as of another day.");

  public static final Option SCHEMA_CACHE_SIZE =
      new Option(
          "schema-cache-size",
          Scope.CATALOG,
          new Count("files", 1),
          "10000",
          "How many files' schemas the catalog remembers.");

  public static final Option LISTING_CACHE_SIZE =
      new Option(
          "listing-cache-size",
          Scope.CATALOG,
          new Count("names", 0),
          "200000",
          "How many names of files and folders each store on a local disk remembers, of walks that"
              + " began in folders of their own; a folder counts as another name. None of a walk"
              + " that finds more. A folder that has changed is read again all the same. Of a quarter"
              + " as many files, any store remembers where they belong, for queries that list the"
              + " very same.");

  public static final Option LISTING_THREADS =
      new Option(
          "listing-threads",
          Scope.CATALOG,
          new Count("threads", 1, 1000),
          "16",
          "How many folders are listed, or footers read, at the same time by one query.");

  private CatalogOptions() {}

  static List<Option> all() {
    return List.of(NOW, SCHEMA_CACHE_SIZE, LISTING_CACHE_SIZE, LISTING_THREADS);
  }
}
