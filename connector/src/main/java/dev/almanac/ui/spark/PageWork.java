package dev.almanac.ui.spark;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;

/**
 * Makes pages in a few threads of its own, for a limited time: a store that does not answer, or a
 * page that many people open at once, must not take up the threads of Spark's UI.
 */
final class PageWork {

  private static final int THREADS = 4;
  private static final int WAITING = 32;
  private static final long SECONDS = 60;
  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;
  private final long seconds;

  PageWork() {
    this(SECONDS);
  }

  PageWork(long seconds) {
    this.seconds = seconds;
    AtomicInteger count = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "almanac-ui-" + count.incrementAndGet());
              thread.setDaemon(true);
              // Spark looks for catalogs here; its UI's own threads do not know the jars of --jars.
              thread.setContextClassLoader(PageWork.class.getClassLoader());
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * What the work gives; its errors are thrown as they are.
   *
   * @throws AlmanacException CANNOT_READ_STORE where it takes too long
   */
  <T> T result(Supplier<T> work) {
    Future<T> started;
    try {
      started = threads.submit(() -> inNoSession(work));
    } catch (RejectedExecutionException e) {
      throw AlmanacException.of(
          Condition.CANNOT_READ_STORE,
          "Cannot show this page now: too many others wait for their stores. Try again later.",
          e);
    }
    try {
      return started.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw AlmanacException.unchecked(e.getCause());
    } catch (TimeoutException e) {
      started.cancel(true);
      throw AlmanacException.of(
          Condition.CANNOT_READ_STORE,
          ("Cannot show this page: the store did not give what is needed within %d seconds. Try"
                  + " again, or ask by SQL, which waits as long as it takes.")
              .formatted(seconds),
          e);
    } catch (InterruptedException e) {
      started.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The UI is being stopped.", e);
    }
  }

  /** The work sets the session that it needs. */
  private static <T> T inNoSession(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      SparkSession.clearActiveSession();
    }
  }
}
