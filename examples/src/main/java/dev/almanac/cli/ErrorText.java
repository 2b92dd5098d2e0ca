package dev.almanac.cli;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.apache.spark.sql.AnalysisException;

/** What a user sees of an error: its message, without plan or stack trace. */
final class ErrorText {

  private ErrorText() {}

  static String of(Throwable error) {
    if (error instanceof NameHint hint) {
      return of(hint.getCause()) + "\n" + hint.getMessage();
    }
    Throwable shown = error;
    while (isWrapping(shown)) {
      shown = shown.getCause();
    }
    StringBuilder text = new StringBuilder(message(shown));
    if (!(shown instanceof AnalysisException)) { // those say all; their causes are for the log
      for (Throwable cause = shown.getCause(); cause != null; cause = cause.getCause()) {
        String reason = message(cause);
        if (text.indexOf(reason) < 0) {
          text.append("\nCaused by: ").append(reason);
        }
      }
    }
    return text.toString();
  }

  /** Whether the error only reports another: "Job aborted due to stage failure" and its like. */
  private static boolean isWrapping(Throwable error) {
    return error.getCause() != null
        && (error instanceof ExecutionException
            || error instanceof InvocationTargetException
            || error instanceof UndeclaredThrowableException
            || (error instanceof SparkException spark && spark.getCondition() == null));
  }

  private static String message(Throwable error) {
    String message =
        error instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : error.getMessage();
    if (message == null || message.isBlank()) {
      return error.getClass().getName();
    } else if (error instanceof ClassNotFoundException) {
      return "There is no class " + message + " on Spark's class path";
    }
    // A failed task's message may hold its stack trace.
    return message
        .lines()
        .takeWhile(line -> !line.startsWith("\tat "))
        .collect(joining("\n"))
        .strip();
  }
}
