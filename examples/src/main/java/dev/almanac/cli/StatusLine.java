package dev.almanac.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows on the terminal what a statement is doing, once it takes longer than a moment, and until it
 * ends or gives its first row.
 */
final class StatusLine implements AutoCloseable {

  private static final long DELAY_MILLIS = 700;
  private static final long REFRESH_MILLIS = 200;

  private final Messages messages;
  private final Supplier<Optional<String>> activity;
  private final LongSupplier millis;
  private final ScheduledExecutorService timer;
  private boolean busy; // guarded by this
  private long start; // of the statement that is running

  /**
   * Shows nothing yet.
   *
   * @param messages where to
   * @param activity what is going on, where anything is
   * @param millis a clock
   */
  StatusLine(Messages messages, Supplier<Optional<String>> activity, LongSupplier millis) {
    this.messages = messages;
    this.activity = activity;
    this.millis = millis;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "almanac-status");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Shows what the Spark of a session does, where messages go to a terminal. */
  static StatusLine of(Messages messages, SparkActivity activity) {
    StatusLine line =
        new StatusLine(messages, activity, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    if (messages.isTerminal()) {
      Runtime.getRuntime().addShutdownHook(new Thread(line::close)); // Ctrl-C leaves no line behind
      Future<?> unused = // it ends with the timer
          line.timer.scheduleWithFixedDelay(
              line::refresh, DELAY_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }
    return line;
  }

  /** A statement begins. */
  synchronized void begin() {
    start = millis.getAsLong();
    busy = true;
  }

  /** It is done, or its rows follow: the line is free. */
  synchronized void end() {
    busy = false;
    messages.clearStatus();
  }

  /** Shows what is going on now. */
  synchronized void refresh() {
    long elapsed = millis.getAsLong() - start;
    if (busy && elapsed >= DELAY_MILLIS) {
      messages.status(
          activity.get().orElse("Working")
              + String.format(Locale.ROOT, ", %,d s", TimeUnit.MILLISECONDS.toSeconds(elapsed)));
    }
  }

  /** An output before whose first character the line goes away. */
  Appendable before(Appendable out) {
    return new Appendable() {
      @Override
      public Appendable append(CharSequence text) throws IOException {
        end();
        out.append(text);
        return this;
      }

      @Override
      public Appendable append(CharSequence text, int from, int to) throws IOException {
        return append(text.subSequence(from, to));
      }

      @Override
      public Appendable append(char c) throws IOException {
        return append(String.valueOf(c));
      }
    };
  }

  @Override
  public void close() {
    end();
    timer.shutdownNow();
  }
}
