package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.CatalogStores.Place;
import dev.almanac.schema.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that {@code CREATE TABLE} declared for datasets, in place of those of the files: as
 * long as the session lives, and nowhere else. Thread-safe.
 */
final class DeclaredColumns {

  /** A dataset, whatever prefix its store has now. */
  private record Dataset(String location, List<String> path) {

    static Dataset at(Place place) {
      return new Dataset(place.store().location(), place.path());
    }
  }

  private final Map<Dataset, StructType> columns = new ConcurrentHashMap<>();

  Optional<StructType> of(Place place) {
    return Optional.ofNullable(columns.get(Dataset.at(place)));
  }

  void declare(Place place, StructType declared) {
    columns.put(Dataset.at(place), declared);
  }

  /** Returns whether there was a declaration. */
  boolean forget(Place place) {
    return columns.remove(Dataset.at(place)) != null;
  }

  /**
   * Refuses a declaration that differs from what the names of folders give, which have their own
   * types.
   *
   * @throws AlmanacException INCOMPATIBLE_SCHEMA
   */
  @SuppressWarnings("deprecation") // Table.schema: the columns as one type
  static void check(StructType declared, Table loaded) {
    for (StructField column : declared.fields()) {
      Optional<StructField> found = Fields.find(loaded.schema(), column.name(), false);
      if (found.isPresent() && !found.get().dataType().equals(column.dataType())) {
        throw AlmanacException.of(
            Condition.INCOMPATIBLE_SCHEMA,
            "Cannot read %s: its column %s was declared as %s, but the names of its folders give it as %s. Declare that type with CREATE OR REPLACE TABLE, or leave the column out."
                .formatted(
                    loaded.name(),
                    column.name(),
                    column.dataType().sql(),
                    found.get().dataType().sql()));
      }
    }
  }
}
