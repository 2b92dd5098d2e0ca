package dev.almanac.bench.scenario;

import static dev.almanac.bench.scenario.Contender.ALMANAC;
import static dev.almanac.bench.scenario.Contender.DELTA;
import static dev.almanac.bench.scenario.Contender.DUCKDB;
import static dev.almanac.bench.scenario.Contender.ICEBERG;
import static dev.almanac.bench.scenario.Contender.OPTERYX;
import static dev.almanac.bench.scenario.Contender.POLARS;
import static dev.almanac.bench.scenario.Contender.SPARK;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.scenario.Work.Manner;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Queries over TPC-H in Parquet files, one for each day. */
final class ParquetScenarios {

  /** Cheap to evaluate, so that what is timed is mostly reading. */
  static final String ALL_COLUMNS =
      "SELECT count(*), sum(l_orderkey), sum(l_partkey), sum(l_suppkey), sum(l_linenumber),"
          + " sum(l_quantity), sum(l_extendedprice), sum(l_discount), sum(l_tax),"
          + " sum({bytes}(l_returnflag)), sum({bytes}(l_linestatus)), max(l_shipdate),"
          + " max(l_commitdate), max(l_receiptdate), sum({bytes}(l_shipinstruct)),"
          + " sum({bytes}(l_shipmode)), sum({bytes}(l_comment)) FROM {t}";

  private static final String POLARS_ALL_COLUMNS =
      "{t}.select(pl.len(), *[pl.col(c).cast(pl.Int64).sum() for c in ('l_orderkey', 'l_partkey',"
          + " 'l_suppkey', 'l_linenumber')], *[pl.col(c).sum() for c in ('l_quantity',"
          + " 'l_extendedprice', 'l_discount', 'l_tax')], *[pl.col(c).str.len_bytes().sum() for c"
          + " in ('l_returnflag', 'l_linestatus')], *[pl.col(c).max() for c in ('l_shipdate',"
          + " 'l_commitdate', 'l_receiptdate')], *[pl.col(c).str.len_bytes().sum() for c in"
          + " ('l_shipinstruct', 'l_shipmode', 'l_comment')])";

  private static final Slice LINES = Slice.all(DataSet.LINEITEM);
  private static final LocalDate DAY = LocalDate.of(2024, 2, 14);
  private static final Contender[] SPARKS_AND_DUCK = {SPARK, ICEBERG, DELTA, DUCKDB};

  /** The day in the calendar's label, its footer for the schema: three days and one more. */
  private static final long FILES_OF_JOIN = 4;

  private ParquetScenarios() {}

  static List<Scenario> all() {
    return List.of(
        scan("scan-all", "read all 16 columns of all days", ALL_COLUMNS)
            .ask(Question.of(POLARS_ALL_COLUMNS, LINES), POLARS)
            .build(),
        scan("scan-column", "read one column of all days", "SELECT sum(l_extendedprice) FROM {t}")
            .ask(Question.of("{t}.select(pl.col('l_extendedprice').sum())", LINES), POLARS)
            .ask(Question.of("SELECT sum(l_extendedprice) FROM {t}", LINES), OPTERYX)
            .build(),
        scan(
                "scan-filter",
                "keep 1 % of the rows of all days",
                "SELECT count(*), sum(l_extendedprice), sum({bytes}(l_comment)) FROM {t}"
                    + " WHERE l_quantity = 17 AND l_discount < 0.05")
            .ask(
                Question.of(
                    "{t}.filter((pl.col('l_quantity') == 17) & (pl.col('l_discount') <"
                        + " Decimal('0.05'))).select(pl.len(), pl.col('l_extendedprice').sum(),"
                        + " pl.col('l_comment').str.len_bytes().sum())",
                    LINES),
                POLARS)
            .build(),
        scan(
                "scan-group",
                "group all rows of all days",
                "SELECT l_returnflag, l_linestatus, l_shipmode, count(*), sum(l_quantity),"
                    + " sum(l_extendedprice) FROM {t} GROUP BY l_returnflag, l_linestatus,"
                    + " l_shipmode")
            .ask(
                Question.of(
                    "{t}.group_by('l_returnflag', 'l_linestatus', 'l_shipmode').agg(pl.len(),"
                        + " pl.col('l_quantity').sum(), pl.col('l_extendedprice').sum())",
                    LINES),
                POLARS)
            .build(),
        month(),
        join(),
        counted("count", "count all rows", "SELECT count(*) FROM {t}"),
        counted(
            "max",
            "the largest of two columns",
            "SELECT max(l_orderkey), max(l_shipdate) FROM {t}"),
        lookup(),
        selfJoin(),
        atOnce());
  }

  private static Scenario.Builder scan(String name, String what, String sql) {
    return Scenario.named(name, what)
        .ask(Question.of(sql, LINES), ALMANAC)
        .ask(Question.of(sql, LINES), SPARKS_AND_DUCK)
        .speed(SPARK, 1);
  }

  private static Scenario month() {
    Slice february =
        Slice.days(DataSet.LINEITEM, LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
    Question question =
        Question.of(
            "SELECT l_shipmode, count(*), sum(l_extendedprice) FROM {t} GROUP BY l_shipmode",
            february);
    return Scenario.named("month", "group the rows of February")
        .ask(question, ALMANAC)
        .ask(question, SPARKS_AND_DUCK)
        .ask(question, OPTERYX)
        .ask(
            Question.of(
                "{t}.group_by('l_shipmode').agg(pl.len(), pl.col('l_extendedprice').sum())",
                february),
            POLARS)
        .speed(SPARK, 1)
        .build();
  }

  private static Scenario join() {
    Question question =
        new Question(
            "SELECT c.day, sum(t.l_extendedprice) FROM {t} t JOIN {c} c ON t.{t.date} = c.day"
                + " WHERE c.label = 'stocktaking' GROUP BY c.day",
            Map.of("t", LINES, "c", Slice.all(DataSet.CALENDAR)));
    return Scenario.named("join", "join with the 3 days that a calendar of 91 gives")
        .ask(question, ALMANAC)
        .ask(question, SPARKS_AND_DUCK)
        .speed(SPARK, 1)
        .atMost(Goal.Counted.FILES, FILES_OF_JOIN + 1) // the calendar is a file, too
        .build();
  }

  private static Scenario counted(String name, String what, String sql) {
    Question question = Question.of(sql, LINES);
    return Scenario.named(name, what)
        .ask(question, ALMANAC)
        .ask(question, SPARKS_AND_DUCK)
        .ask(question, OPTERYX)
        .speed(SPARK, 1)
        .build();
  }

  private static Scenario lookup() {
    Slice day = Slice.day(DataSet.ORDERS, DAY);
    Question question =
        Question.of(
            "SELECT o_orderkey, o_custkey, o_totalprice, o_comment FROM {t}"
                + " WHERE o_orderkey BETWEEN 1000 AND 2000 AND o_custkey > 0",
            day);
    return Scenario.named("lookup", "find orders by their key in one day")
        .rounds(new Rounds(20, 21, 200, 15))
        .ask(question, ALMANAC)
        .ask(question, SPARKS_AND_DUCK)
        .ask(
            Question.of(
                "{t}.filter(pl.col('o_orderkey').is_between(1000, 2000), pl.col('o_custkey') > 0)"
                    + ".select('o_orderkey', 'o_custkey', 'o_totalprice', 'o_comment')",
                day),
            POLARS)
        .ask(question, OPTERYX)
        .speed(SPARK, 1)
        .build();
  }

  private static Scenario selfJoin() {
    Question question =
        new Question(
            "SELECT count(*), sum(b.l_extendedprice - a.l_extendedprice) FROM {a} a JOIN {b} b"
                + " ON a.l_partkey = b.l_partkey",
            Map.of(
                "a",
                Slice.day(DataSet.LINEITEM, DAY),
                "b",
                Slice.day(DataSet.LINEITEM, DAY.plusDays(1))));
    return Scenario.named("self-join", "join two days of one dataset")
        .rounds(new Rounds(5, 11, 60, 15))
        .ask(question, ALMANAC)
        .ask(question, SPARKS_AND_DUCK)
        .speed(SPARK, 1)
        .build();
  }

  private static Scenario atOnce() {
    Question question =
        Question.of(
            "SELECT l_returnflag, count(*), sum(l_quantity) FROM {t} GROUP BY l_returnflag",
            Slice.days(DataSet.LINEITEM, DAY, DAY.plusDays(6)));
    return Scenario.named("at-once", "20 queries of a week at once")
        .manner(Manner.AT_ONCE)
        .rounds(new Rounds(2, 5, 15, 20))
        .ask(question, ALMANAC, SPARK, ICEBERG, DELTA)
        .speed(SPARK, 1)
        .build();
  }
}
