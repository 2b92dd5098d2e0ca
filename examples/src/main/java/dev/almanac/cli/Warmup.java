package dev.almanac.cli;

import com.github.luben.zstd.util.Native;
import net.jpountz.lz4.LZ4Factory;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;
import org.codehaus.janino.ClassBodyEvaluator;

/**
 * Makes ready, beside the start of Spark, what the first statement will need: the compressions of
 * shuffled data, the tables of the parser, and the compiler of generated code. Not Hadoop's user or
 * Netty, which would gain a fiftieth of a second: two threads must not initialise classes that know
 * of one another, or of Spark's own objects, as they could wait for one another for ever.
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
      LZ4Factory.fastestInstance();
      Native.load();
      new SqlBaseParser(null).getATN();
      new SqlBaseLexer(null).getATN();
      new ClassBodyEvaluator().cook("public int one(int[] a) { return a.length + 1; }");
    } catch (Exception | LinkageError e) {
      return; // whoever really needs it will say what is wrong
    }
  }
}
