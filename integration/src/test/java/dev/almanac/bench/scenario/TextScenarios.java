package dev.almanac.bench.scenario;

import static dev.almanac.bench.scenario.Contender.ALMANAC;
import static dev.almanac.bench.scenario.Contender.DUCKDB;
import static dev.almanac.bench.scenario.Contender.POLARS;
import static dev.almanac.bench.scenario.Contender.SPARK;

import dev.almanac.bench.data.DataSet;
import java.util.List;

/** JSON lines in zstd. The peers are told the columns, which Almanac found beforehand. */
final class TextScenarios {

  private static final Slice LINES = Slice.all(DataSet.LINES_JSON);
  private static final Slice ORDERS = Slice.all(DataSet.ORDERS_NESTED);

  private static final String ALL_COLUMNS =
      "SELECT count(*), sum(l_orderkey), sum(l_partkey), sum(l_suppkey), sum(l_linenumber),"
          + " sum(l_quantity), max(l_extendedprice), max(l_discount), max(l_tax),"
          + " sum({bytes}(l_returnflag)), sum({bytes}(l_linestatus)), sum({bytes}(l_shipdate)),"
          + " sum({bytes}(l_commitdate)), sum({bytes}(l_receiptdate)),"
          + " sum({bytes}(l_shipinstruct)), sum({bytes}(l_shipmode)), sum({bytes}(l_comment)),"
          + " sum(o_custkey), sum({bytes}(o_orderpriority)), sum({bytes}(o_clerk)),"
          + " sum({bytes}(o_comment)) FROM {t}";

  private TextScenarios() {}

  static List<Scenario> all() {
    return List.of(
        json("jsonl-all", "read all 20 columns of JSON lines", ALL_COLUMNS, LINES).build(),
        json(
                "jsonl-2",
                "read 2 of 20 columns of JSON lines",
                "SELECT sum(l_quantity), max(l_extendedprice) FROM {t}",
                LINES)
            .ask(
                Question.of(
                    "{t}.select(pl.col('l_quantity').sum(), pl.col('l_extendedprice').max())",
                    LINES),
                POLARS)
            .build(),
        nested());
  }

  private static Scenario.Builder json(String name, String what, String sql, Slice slice) {
    return Scenario.named(name, what)
        .rounds(new Rounds(2, 5, 15, 25))
        .ask(Question.of(sql, slice), ALMANAC, SPARK, DUCKDB)
        .speed(SPARK, 2)
        .speed(DUCKDB, 1);
  }

  /** Indices of arrays start at 0 in Spark's function, at 1 in DuckDB. */
  private static Scenario nested() {
    String sql =
        "SELECT count(*), sum({bytes}(customer.wish.comment)), sum(customer.key), sum(%s(lines)),"
            + " max(%s.price), sum({bytes}(%s.comment)), sum(o_totalprice) FROM {t}";
    return json(
            "jsonl-nested",
            "read structs and arrays of JSON lines",
            sql.formatted("size", "get(lines, 0)", "get(lines, 0)"),
            ORDERS)
        .ask(Question.of(sql.formatted("len", "lines[1]", "lines[1]"), ORDERS), DUCKDB)
        .build();
  }
}
