/**
 * What Spark sees: the catalog, and the data source of the short name {@code almanac}. Names are
 * turned into stores and paths here; what lies there is the store's business.
 */
package dev.almanac.catalog;
