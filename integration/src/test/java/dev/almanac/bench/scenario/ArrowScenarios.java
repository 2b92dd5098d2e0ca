package dev.almanac.bench.scenario;

import static dev.almanac.bench.scenario.Contender.ALMANAC;
import static dev.almanac.bench.scenario.Contender.PARQUET;
import static dev.almanac.bench.scenario.Contender.POLARS;

import dev.almanac.bench.data.DataSet;
import java.util.List;

/** Arrow's files, beside the same rows in Parquet. Spark has no reader of them. */
final class ArrowScenarios {

  private static final Slice ARROW = Slice.all(DataSet.LINEITEM_ARROW);
  private static final Slice SAME = Slice.all(DataSet.LINEITEM);

  private ArrowScenarios() {}

  static List<Scenario> all() {
    return List.of(
        arrow("arrow-all", "read all 16 columns of Arrow files", ParquetScenarios.ALL_COLUMNS)
            .build(),
        arrow(
                "arrow-column",
                "read one column of Arrow files",
                "SELECT sum(l_extendedprice) FROM {t}")
            .ask(Question.of("{t}.select(pl.col('l_extendedprice').sum())", ARROW), POLARS)
            .build());
  }

  private static Scenario.Builder arrow(String name, String what, String sql) {
    return Scenario.named(name, what)
        .ask(Question.of(sql, ARROW), ALMANAC)
        .ask(Question.of(sql, SAME), PARQUET)
        .speed(PARQUET, 1);
  }
}
