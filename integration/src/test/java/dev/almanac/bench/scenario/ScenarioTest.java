package dev.almanac.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.bench.data.DataSet;
import dev.almanac.bench.scenario.Work.Manner;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2024, 2, 1);

  private static Map<Contender, Work> onFewDays(Manner manner, Question question) {
    return Scenario.named("s", "something")
        .manner(manner)
        .ask(question, Contender.ALMANAC, Contender.DUCKDB, Contender.DELTA)
        .build()
        .onFewDays();
  }

  private static Work.Ask rows(Question question) {
    return new Work.Ask(question, Manner.ROWS, question);
  }

  @Test
  void whatRunsInSparkIsCompiledOnTheFirstDays() {
    assertThat(
            onFewDays(
                Manner.ROWS,
                new Question(
                    "SELECT",
                    Map.of(
                        "all", Slice.all(DataSet.LINEITEM),
                        "month", Slice.days(DataSet.ORDERS, FEBRUARY, FEBRUARY.plusDays(28)),
                        "undated", Slice.all(DataSet.CALENDAR)))))
        .containsOnlyKeys(Contender.ALMANAC, Contender.DELTA)
        .containsValue(
            rows(
                new Question(
                    "SELECT",
                    Map.of(
                        "all",
                            Slice.days(DataSet.LINEITEM, DataSet.FIRST, DataSet.FIRST.plusDays(6)),
                        "month", Slice.days(DataSet.ORDERS, FEBRUARY, FEBRUARY.plusDays(6)),
                        "undated", Slice.all(DataSet.CALENDAR)))));
  }

  @Test
  void nobodyIsCompiledApartWhereNoMoreDaysAreRead() {
    Slice week = Slice.days(DataSet.LINEITEM, FEBRUARY, FEBRUARY.plusDays(6));
    assertThat(onFewDays(Manner.AT_ONCE, Question.of("SELECT", week))).isEmpty();
    assertThat(onFewDays(Manner.ROWS, Question.of("SELECT", Slice.day(DataSet.ORDERS, FEBRUARY))))
        .isEmpty();
    assertThat(onFewDays(Manner.ROWS, Question.of("SELECT", Slice.all(DataSet.TINY_FILES))))
        .isEmpty();
    assertThat(onFewDays(Manner.PLAN, Question.of("SELECT", Slice.all(DataSet.LINEITEM))))
        .isEmpty();
  }
}
