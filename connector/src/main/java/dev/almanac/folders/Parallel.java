package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Waits for many slow calls at once. Its threads end when they have had nothing to do. */
final class Parallel {

  private static final long IDLE_SECONDS = 10;

  private final ThreadPoolExecutor threads;

  Parallel(String name, int most) {
    AtomicInteger count = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Applies a function to all inputs; the results are in their order. The first error stops the
   * rest and is thrown as it is.
   */
  <A, B> List<B> map(List<A> inputs, Function<A, B> function) {
    if (inputs.size() == 1) {
      return List.of(function.apply(inputs.get(0)));
    }
    List<Future<B>> started = new ArrayList<>(inputs.size());
    inputs.forEach(input -> started.add(threads.submit(() -> function.apply(input))));
    try {
      List<B> results = new ArrayList<>(inputs.size());
      for (Future<B> one : started) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw AlmanacException.unchecked(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AlmanacException.of(
          Condition.CANNOT_READ_FILE, "The query was cancelled while it listed folders.", e);
    } finally {
      started.forEach(one -> one.cancel(true));
    }
  }
}
