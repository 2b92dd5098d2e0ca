/**
 * Stores: what a prefix stands for, how it is configured, and how a table name finds its store.
 *
 * <p>Nothing here does I/O or needs a Spark session. Connectors are known by the {@link
 * dev.almanac.store.Connector} interface only.
 */
package dev.almanac.store;
