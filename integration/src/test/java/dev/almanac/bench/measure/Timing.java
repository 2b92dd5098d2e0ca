package dev.almanac.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * How long one run took.
 *
 * @param millis by the clock
 * @param cpuMillis of all processors, of the whole process that ran it
 */
public record Timing(double millis, double cpuMillis) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Runs an action in this process. Its result is only there so that no work can be left out. */
  public static Timing of(Callable<?> action) throws Exception {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    Objects.requireNonNull(action.call(), "What is timed gave nothing");
    long end = System.nanoTime();
    return new Timing((end - start) / 1e6, (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
  }

  /**
   * For how long this JVM has been compiling code, in all threads that do; 0 where it is not told.
   */
  public static long compilingMillis() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : 0;
  }
}
