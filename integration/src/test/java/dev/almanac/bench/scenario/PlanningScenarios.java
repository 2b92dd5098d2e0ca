package dev.almanac.bench.scenario;

import static dev.almanac.bench.data.DataSet.DAY_OF_HISTORY;
import static dev.almanac.bench.data.DataSet.LAST_OF_HISTORY;
import static dev.almanac.bench.scenario.Contender.ALMANAC;
import static dev.almanac.bench.scenario.Contender.ALONE;
import static dev.almanac.bench.scenario.Contender.DELTA;
import static dev.almanac.bench.scenario.Contender.DUCKDB;
import static dev.almanac.bench.scenario.Contender.ICEBERG;
import static dev.almanac.bench.scenario.Contender.LISTING;
import static dev.almanac.bench.scenario.Contender.SPARK;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.data.Sizes;
import dev.almanac.bench.scenario.Work.Manner;
import java.util.List;

/** How long it takes to know what to read: of long histories, and of many files. */
final class PlanningScenarios {

  private static final String ALL = "SELECT id, name FROM {t}";
  private static final String FILES = "SELECT count(*) FROM {t.files}";
  private static final String ROWS = "SELECT count(*) FROM {t}";

  /** A day may cost at most a tenth more in ten years than alone. */
  private static final double FLAT = 1 / 1.1;

  private PlanningScenarios() {}

  static List<Scenario> of(Sizes sizes) {
    int year = Math.min(365, sizes.historyDays());
    Slice days =
        Slice.days(DataSet.HISTORY_ALL, LAST_OF_HISTORY.minusDays(year - 1L), LAST_OF_HISTORY);
    return List.of(
        oneDay("plan-day-of-1-year", DataSet.HISTORY_YEAR, Manner.PLAN).build(),
        oneDay("plan-day-of-all", DataSet.HISTORY_ALL, Manner.PLAN)
            .atMost(Goal.Counted.LISTS, 1)
            .atMost(Goal.Counted.OPENS, 1)
            .build(),
        oneDay("plan-day-of-all-afresh", DataSet.HISTORY_ALL, Manner.PLAN_AFRESH).build(),
        year(
                "plan-year-of-all",
                "plan %d days, %d hours".formatted(year, 24 * year),
                Manner.PLAN,
                days)
            .speed(ICEBERG, 1)
            .atMost(Goal.Counted.LISTS, year)
            .build(),
        year(
                "plan-year-of-all-afresh",
                "plan these days, nothing remembered",
                Manner.PLAN_AFRESH,
                days)
            .build(),
        Scenario.named("list-year-of-all", "plan these days, beside their bare listing")
            .manner(Manner.PLAN)
            .rounds(new Rounds(5, 7, 60, 15))
            .ask(Question.of(ALL, days), Question.of(FILES, days), ALMANAC, LISTING)
            .speed(LISTING, 0.5)
            .build(),
        manyFiles(sizes),
        Scenario.named("read-tiny-files", "read a day of 1,000 files of a row")
            .ask(
                Question.of("SELECT count(id), max(name) FROM {t}", tinyFiles()),
                ALMANAC,
                SPARK,
                ICEBERG,
                DELTA,
                DUCKDB)
            .speed(SPARK, 1)
            .build());
  }

  private static Scenario.Builder oneDay(String name, DataSet history, Manner manner) {
    String what =
        "plan one day of %s%s"
            .formatted(
                history == DataSet.HISTORY_ALL ? "all hours of the history" : "a year of hours",
                manner == Manner.PLAN ? "" : ", nothing remembered");
    Scenario.Builder builder =
        Scenario.named(name, what)
            .manner(manner)
            .rounds(Rounds.PLANS)
            .ask(Question.of(ALL, Slice.day(history, DAY_OF_HISTORY)), ALMANAC)
            .ask(Question.of(ALL, Slice.day(DataSet.HISTORY_DAY, DAY_OF_HISTORY)), ALONE)
            .speed(ALONE, FLAT);
    if (manner == Manner.PLAN) {
      builder
          .ask(Question.of(ALL, Slice.day(history, DAY_OF_HISTORY)), SPARK, ICEBERG, DELTA)
          .speed(SPARK, 1)
          .speed(ICEBERG, 1)
          .speed(DELTA, 1);
    }
    return builder;
  }

  private static Scenario.Builder year(String name, String what, Manner manner, Slice days) {
    return Scenario.named(name, what)
        .manner(manner) // of what is asked after it
        .rounds(new Rounds(5, 7, 60, 20))
        .ask(Question.of(ALL, days), ALMANAC, SPARK, ICEBERG, DELTA)
        .speed(SPARK, 1)
        .speed(DELTA, 1);
  }

  /** To compare the rows of so many files would take minutes: their number is, of a row each. */
  private static Scenario manyFiles(Sizes sizes) {
    Slice day = Slice.day(DataSet.MANY_FILES, DAY_OF_HISTORY);
    Question question = Question.of(ALL, day);
    return Scenario.named("plan-many-files", "plan a day of %,d files".formatted(sizes.manyFiles()))
        .manner(Manner.PLAN)
        .rounds(new Rounds(2, 5, 21, 25))
        .ask(question, Question.of(FILES, day), ALMANAC, LISTING)
        .ask(question, Question.of(ROWS, Slice.all(DataSet.MANY_FILES)), ICEBERG, DELTA)
        .speed(LISTING, 0.5)
        .speed(ICEBERG, 1)
        .speed(DELTA, 1)
        .build();
  }

  private static Slice tinyFiles() {
    return Slice.day(DataSet.TINY_FILES, DAY_OF_HISTORY);
  }
}
