/**
 * The documentation as a test: its links lead somewhere, and its blocks run. {@link
 * dev.almanac.docs.Page} reads a page; nothing here knows Spark.
 */
package dev.almanac.docs;
