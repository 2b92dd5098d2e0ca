package dev.almanac.store;

import dev.almanac.temporal.TableVersion;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructType;

/**
 * An open store: names and tables below one location. Implementations are thread-safe, keep no
 * listing between calls, and throw {@link dev.almanac.AlmanacException} for what the user can mend.
 * Paths are elements below the store's location, already validated.
 */
public interface StoreReader {

  /**
   * Loads a dataset, pinned: its dates, files and schema are those of this moment.
   *
   * @param dataset which, and the name users know it by
   * @param version the dates asked for; empty where the query says none
   * @param schema the columns that the user gave, instead of those of the files
   * @param moment the query's now and session
   * @return empty where there is no such dataset
   */
  Optional<Table> load(
      DatasetName dataset,
      Optional<TableVersion> version,
      Optional<StructType> schema,
      QueryMoment moment);

  /**
   * Loads a table about a dataset.
   *
   * @param version restricts it to dates; empty for all there is
   * @return empty where there is no such dataset, or it has no such table
   */
  Optional<Table> metadata(
      DatasetName dataset, MetadataTable table, Optional<TableVersion> version, QueryMoment moment);

  /**
   * For a name that is no dataset's: the path of what is there and is most likely meant, by as
   * little I/O as possible; empty where nothing is like it.
   */
  Optional<List<String>> likeliest(DatasetName missing, QueryMoment moment);

  /** Whether there is a dataset of this name, by as little I/O as possible. */
  boolean isDataset(DatasetName dataset, QueryMoment moment);

  /** Whether there is a dataset of this name, or an empty folder that may become one. */
  boolean canHoldDataset(DatasetName dataset, QueryMoment moment);

  /** The paths of all datasets below a path, at any depth, sorted. */
  List<List<String>> datasets(List<String> below, QueryMoment moment);

  /**
   * The datasets below a path, as many as a budget finds, those with the shortest paths first.
   * Stores that list all by one request, or a few, need no budget.
   */
  default DatasetListing datasets(List<String> below, ListingBudget budget, QueryMoment moment) {
    return new DatasetListing(datasets(below, moment), true);
  }

  /**
   * From when to when a dataset has days, by as few LISTs as its folders allow.
   *
   * @return empty where it has no dates, no days, or is not there
   */
  default Optional<DatasetSpan> span(DatasetName dataset, QueryMoment moment) {
    return Optional.empty();
  }

  /** The direct children of a path that hold datasets but are none, sorted. */
  List<String> namespaces(List<String> below, QueryMoment moment);

  /** Whether the path exists and may hold datasets. */
  boolean isNamespace(List<String> path, QueryMoment moment);

  /**
   * Whether the store itself is missing, which is why nothing was found in it. Only where that can
   * be told: a bucket has no folders.
   */
  default boolean isMissing(QueryMoment moment) {
    return false;
  }

  /** Forgets what is remembered of a dataset. */
  void refresh(DatasetName dataset);
}
