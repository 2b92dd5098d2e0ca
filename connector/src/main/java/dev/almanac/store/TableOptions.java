package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Option.Scope;
import java.util.Collection;
import java.util.Optional;

/**
 * Options that a query gives to a table of a catalog, as in {@code spark.read.option("dates",
 * ..).table(..)} or {@code SELECT .. FROM t WITH (..)}. A table takes none: by then it is loaded,
 * as its store says.
 */
public final class TableOptions {

  private TableOptions() {}

  /**
   * Refuses those that Almanac has, and that would be ignored; what is another's is let pass, as
   * Spark does.
   *
   * @param table its name in SQL
   * @param store the store of the table
   * @param given the options' keys
   * @throws AlmanacException INVALID_OPTION
   */
  public static void check(String table, Store store, Collection<String> given) {
    if (!store.names().haveDefaults()) {
      return; // a read without a catalog, which was told its options
    }
    for (String key : given) {
      Optional<Option> option = Options.find(key, Scope.STORE, Scope.CATALOG, Scope.READ);
      if (option.isPresent()) {
        throw AlmanacException.of(
            Condition.INVALID_OPTION,
            "Cannot read %s with the option %s, which a table of a catalog would ignore. %s"
                .formatted(table, key, instead(store, option.get(), key)));
      }
    }
  }

  private static String instead(Store store, Option option, String key) {
    return switch (option.scope()) {
      case READ ->
          option.equals(ReadOptions.DATES)
              ? "In SQL, write FOR and the dates behind the table's name; elsewhere,"
                  + " option(\"versionAsOf\", ..) takes the same dates."
              : "Name the table in full instead.";
      case STORE -> "Set " + store.place(key) + " instead.";
      case CATALOG -> "Set " + store.names().ofAll(key) + " instead.";
    };
  }
}
