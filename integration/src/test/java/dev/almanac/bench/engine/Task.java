package dev.almanac.bench.engine;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;

/** Something that is ready to be run, often. */
public interface Task {

  /** Runs it for its rows, which are those of what is timed. */
  Rows rows() throws Exception;

  /** Runs it for its time. */
  Timing time() throws Exception;

  /** Runs it for what it needs. */
  Account account() throws Exception;
}
