/**
 * Hangs pages into Spark's UI, and finds out about its sessions and queries.
 *
 * <p>All of it is internal to Spark, which has no public way to add a tab: {@code SparkUITab},
 * {@code WebUIPage} and {@code UIUtils}, so that a page has Spark's own frame, and is served behind
 * the same filters, access control and proxies as all others; the listener's SQL events, the store
 * behind Spark's tab SQL, and the plans' texts. Spark's scala-xml and json4s are used only to hand
 * over what is made already.
 */
package dev.almanac.ui.spark;
