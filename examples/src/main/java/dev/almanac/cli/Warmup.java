package dev.almanac.cli;

import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.codehaus.janino.ClassBodyEvaluator;

/**
 * Makes ready, beside the start of Spark, what the first statement will need: the tables of the
 * parser, and the compiler of generated code. Both are Java that knows nothing of Spark's own
 * objects, which two threads must not initialise at once: they could wait for one another.
 */
final class Warmup {

  private Warmup() {}

  /** Starts, where there is a second processor to do it. */
  static void start() {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(Warmup::run, "almanac-warmup");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run() {
    try {
      new SqlBaseParser(null).getATN();
      new SqlBaseLexer(null).getATN();
      new ClassBodyEvaluator().cook("public int one(int[] a) { return a.length + 1; }");
    } catch (Exception e) {
      return; // whoever really needs it will say what is wrong
    }
  }
}
