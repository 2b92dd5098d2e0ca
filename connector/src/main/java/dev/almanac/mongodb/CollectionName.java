package dev.almanac.mongodb;

import java.util.List;
import java.util.Optional;

/**
 * Where a collection is.
 *
 * @param database its database
 * @param collection its name there
 */
record CollectionName(String database, String collection) {

  /**
   * By the path below a store. The first element is the database, unless the store has one; the
   * rest is the collection, whose name may have dots.
   *
   * @return empty where the path is that of a database
   */
  static Optional<CollectionName> of(List<String> path, Optional<String> database) {
    int start = database.isPresent() ? 0 : 1;
    if (path.size() <= start) {
      return Optional.empty();
    }
    String collection = String.join(".", path.subList(start, path.size()));
    return Optional.of(new CollectionName(database.orElseGet(() -> path.get(0)), collection));
  }

  /** {@code shop.orders}. */
  @Override
  public String toString() {
    return database + "." + collection;
  }
}
