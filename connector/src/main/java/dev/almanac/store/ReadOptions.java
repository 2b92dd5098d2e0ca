package dev.almanac.store;

import dev.almanac.store.Option.Scope;
import dev.almanac.store.ValueType.Name;
import dev.almanac.store.ValueType.Text;
import java.util.List;

/** Options of {@code spark.read.format("almanac")}, beside those of a store. */
public final class ReadOptions {

  public static final Option PATH =
      new Option(
          "path",
          Scope.READ,
          new Name("path or URI"),
          "",
          "The dataset's folder, or a single file: what `load(..)` is given.");

  public static final Option DATES =
      new Option(
          "dates",
          Scope.READ,
          new Text("clause"),
          "",
          "What a [`FOR` clause](sql.md) takes, such as `2022-05-01` or `LAST 7 DAYS`. Unset: what"
              + " `default-dates` says.");

  public static final Option DATASET =
      new Option(
          "dataset",
          Scope.READ,
          new Name("name"),
          "",
          "A dataset below the path, such as `eu.orders`. Of collections that is the only way.");

  private ReadOptions() {}

  static List<Option> all() {
    return List.of(PATH, DATES, DATASET);
  }
}
