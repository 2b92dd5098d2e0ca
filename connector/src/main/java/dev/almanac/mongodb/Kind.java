package dev.almanac.mongodb;

/** What a name in a database stands for. */
enum Kind {
  COLLECTION,
  VIEW,
  TIMESERIES;

  /** By the type that {@code listCollections} gives. */
  static Kind of(String type) {
    return switch (type) {
      case "view" -> VIEW;
      case "timeseries" -> TIMESERIES;
      default -> COLLECTION;
    };
  }
}
