package dev.almanac.cli;

import dev.almanac.spark.SqlNames;
import dev.almanac.store.Suggestion;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;

/** An error about a table that is not there, and the name that was most likely meant. */
final class NameHint extends Exception {

  private static final long serialVersionUID = 1;

  private NameHint(String hint, Exception error) {
    super(hint, error, false, false);
  }

  /** The error with a hint, where there is one; else as it is. */
  static Exception about(Exception error, SparkSession spark) {
    if (error instanceof SparkThrowable known
        && "TABLE_OR_VIEW_NOT_FOUND".equals(known.getCondition())) {
      String name = known.getMessageParameters().getOrDefault("relationName", "");
      return near(name, spark)
          .<Exception>map(near -> new NameHint("Did you mean " + near + "?", error))
          .orElse(error);
    }
    return error;
  }

  private static Optional<String> near(String name, SparkSession spark) {
    try {
      List<String> parts = SqlNames.parse(name);
      List<String> above = parts.subList(0, parts.size() - 1);
      String in = above.isEmpty() ? "" : " IN " + SqlNames.quoted(above);
      List<String> names =
          spark.sql("SHOW TABLES" + in).select("tableName").collectAsList().stream()
              .map(row -> row.getString(0))
              .toList();
      return Suggestion.nearest(parts.get(parts.size() - 1), names)
          .map(near -> SqlNames.quoted(List.of(near)))
          .map(near -> above.isEmpty() ? near : SqlNames.quoted(above) + "." + near);
    } catch (Exception e) { // not even the namespace is there, or it is no name
      return Optional.empty();
    }
  }
}
