/**
 * The connector {@code folders}: datasets that are folders of files, on any Hadoop file system.
 *
 * <p>The way of a query, top to bottom: {@link dev.almanac.folders.FoldersConnector} opens a {@code
 * FolderStore}; it finds the dataset's partition scheme, has {@code Listing} list what the date
 * range needs, and pins the result as a {@code Snapshot}; {@code FolderTable} shows the snapshot to
 * Spark; {@code FolderScanBuilder} takes columns, filters, limits and aggregates; {@code
 * FolderScan} and {@code FolderBatch} plan the files; {@code FolderReaderFactory} reads them on
 * executors.
 *
 * <p>{@code Listing} is the only class that lists.
 */
package dev.almanac.folders;
