package dev.almanac.store;

/**
 * What a catalog allows its stores.
 *
 * @param schemaCacheSize how many files' schemas are remembered
 * @param listingCacheSize how many names in folders of a local disk are remembered; of a quarter as
 *     many files it is remembered where they belong; 0 for none
 * @param listingThreads how many folders are listed at the same time by one query
 */
public record CatalogLimits(int schemaCacheSize, int listingCacheSize, int listingThreads) {

  /** The built-in settings. */
  public static CatalogLimits defaults() {
    return new CatalogLimits(
        Integer.parseInt(CatalogOptions.SCHEMA_CACHE_SIZE.defaultValue()),
        Integer.parseInt(CatalogOptions.LISTING_CACHE_SIZE.defaultValue()),
        Integer.parseInt(CatalogOptions.LISTING_THREADS.defaultValue()));
  }
}
