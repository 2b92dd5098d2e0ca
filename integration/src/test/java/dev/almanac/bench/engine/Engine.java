package dev.almanac.bench.engine;

import dev.almanac.bench.scenario.Work;
import java.io.IOException;

/** Does the work of a contender. */
interface Engine extends AutoCloseable {

  /**
   * Makes ready what is not timed.
   *
   * @throws UnavailableException where this machine lacks what is needed
   */
  Task prepare(Work work) throws Exception;

  @Override
  default void close() throws IOException {}

  /** The question in the work. */
  static Work.Ask asked(Work work) {
    if (work instanceof Work.Ask ask) {
      return ask;
    }
    throw new IllegalArgumentException("No question: " + work);
  }
}
