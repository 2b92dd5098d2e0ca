package dev.almanac.bench.scenario;

import dev.almanac.bench.data.DataSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a contender does. */
public sealed interface Work {

  /** The datasets that it is about. */
  Set<DataSet> dataSets();

  /** How a question is answered while the time is taken. */
  enum Manner {
    /** To its last row. */
    ROWS,
    /** Until the tasks are known: parsed, analysed, optimised, planned. */
    PLAN,
    /** Likewise, with nothing remembered of the tables. */
    PLAN_AFRESH,
    /** Twenty times at once, each to its last row. */
    AT_ONCE
  }

  /**
   * Answers a question.
   *
   * @param compared whose rows are compared: the same question, but where reading all the files
   *     that are planned would take too long
   */
  record Ask(Question question, Manner manner, Question compared) implements Work {

    @Override
    public Set<DataSet> dataSets() {
      Set<DataSet> needed = new TreeSet<>();
      question.slices().values().forEach(slice -> needed.add(slice.dataSet()));
      return needed;
    }

    /** Whether the question is answered to its last row. */
    public boolean readsRows() {
      return manner == Manner.ROWS || manner == Manner.AT_ONCE;
    }
  }

  /**
   * Starts a process that prints rows, and waits for the first.
   *
   * @param variables of its environment
   * @param heads how many lines it prints before the rows
   */
  record Start(List<String> command, Map<String, String> variables, int heads) implements Work {

    @Override
    public Set<DataSet> dataSets() {
      return Set.of();
    }
  }
}
