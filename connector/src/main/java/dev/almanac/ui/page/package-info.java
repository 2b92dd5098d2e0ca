/**
 * The pages of the tab "Datasets" in Spark's UI: stores, datasets, calendars, days, and the queries
 * that read them.
 *
 * <p>A {@code Page} makes {@code PageContent} of a {@code PageRequest}: HTML, in which all text is
 * escaped because it can only be made by {@code Html}, and the same facts for JSON. What is shown
 * comes from {@code dev.almanac.catalog} and {@code dev.almanac.procedure}, as SQL shows it, and is
 * listed when a page is opened, never before. Knows sessions by their public interface only; {@code
 * dev.almanac.ui.spark} is what hangs the pages into Spark's UI.
 */
package dev.almanac.ui.page;
