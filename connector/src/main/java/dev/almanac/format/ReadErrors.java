package dev.almanac.format;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.files.FileChangedException;
import dev.almanac.files.Trouble;
import dev.almanac.schema.FileFit;
import dev.almanac.spark.SparkErrors;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkThrowable;

/** Turns what goes wrong while reading a file into errors that name the file and the way out. */
public final class ReadErrors {

  private ReadErrors() {}

  /**
   * Throws the error for a file that could not be read; the declared result lets callers write
   * {@code throw}. Errors that say all this already, and those that end a killed task, are thrown
   * as they are.
   */
  public static RuntimeException cannotRead(FileSlice file, String format, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof AlmanacException || endsTask(cause)) {
      throw SparkErrors.unchecked(cause);
    }
    Optional<String> mismatch = SparkErrors.typeMismatch(cause);
    if (mismatch.isPresent()) {
      throw AlmanacException.of(
          Condition.INCOMPATIBLE_SCHEMA, message(file.path(), mismatch.get()), cause);
    }
    throw AlmanacException.of(
        Condition.CANNOT_READ_FILE,
        "Cannot read %s as %s: %s"
            .formatted(
                file.path(),
                format,
                isMalformedRecord(cause)
                    ? malformedRecord(format, cause)
                    : reasonAndWayOut(file, cause)),
        cause);
  }

  /** What Spark's parsers throw in their mode FAILFAST. */
  private static boolean isMalformedRecord(Throwable cause) {
    return cause instanceof SparkThrowable spark
        && String.valueOf(spark.getCondition()).startsWith("MALFORMED_RECORD_IN_PARSING");
  }

  private static String malformedRecord(String format, Throwable cause) {
    return ("%s. Mend the record, or let the store read on instead of %s.mode = FAILFAST: PERMISSIVE"
            + " gives nulls for what does not fit, DROPMALFORMED leaves the record out.")
        .formatted(firstLine(cause), format);
  }

  /** Throws the error for a file whose columns are not what the table's schema says. */
  public static RuntimeException doesNotFit(String path, FileFit.Mismatch mismatch) {
    throw AlmanacException.of(Condition.INCOMPATIBLE_SCHEMA, message(path, mismatch.describe()));
  }

  private static String message(String path, String mismatch) {
    return "Cannot read %s with the table's schema: %s. If one of the types holds all values of the other, set merge-schema = true for the store; otherwise give the table a schema that fits all its files, or write the file anew."
        .formatted(path, mismatch);
  }

  /** Throws the error for a file of no bytes in a format whose files always have some. */
  static RuntimeException empty(FileSlice file, String format) {
    throw AlmanacException.of(
        Condition.CANNOT_READ_FILE,
        "Cannot read %s as %s: the file is empty (0 bytes). %s"
            .formatted(file.path(), format, WAY_OUT_OF_DAMAGE));
  }

  /** Whether an error of {@link #cannotRead} is about a file that is not there any more. */
  public static boolean isMissingFile(Throwable error) {
    return has(error, e -> e instanceof FileNotFoundException || e instanceof NoSuchFileException)
        && !isForbidden(error)
        && Trouble.of(error).isEmpty();
  }

  /** Whether an error of {@link #cannotRead} is about a file that may not be read. */
  public static boolean isForbidden(Throwable error) {
    return has(
        error,
        e ->
            e instanceof AccessControlException
                || e instanceof AccessDeniedException
                || (e instanceof FileNotFoundException
                    && String.valueOf(e.getMessage()).contains("(Permission denied)")));
  }

  /** Whether an error of {@link #cannotRead} is about a file whose bytes are wrong. */
  public static boolean isCorruptFile(Throwable error) {
    return error instanceof AlmanacException almanac
        && almanac.condition() == Condition.CANNOT_READ_FILE
        && !isMissingFile(error)
        && !isForbidden(error)
        && Trouble.of(error).isEmpty();
  }

  private static final String WAY_OUT_OF_DAMAGE =
      "Replace the file, move it out of the dataset, or set spark.sql.files.ignoreCorruptFiles ="
          + " true to read on without it.";

  private static String reasonAndWayOut(FileSlice file, Throwable cause) {
    Optional<Trouble> trouble = Trouble.of(cause);
    boolean onDisk = file.path().startsWith("file:");
    if (trouble.isPresent() && !(onDisk && isForbidden(cause))) {
      return reason(trouble.get(), cause) + ". " + trouble.get().wayOut();
    }
    if (isForbidden(cause)) {
      return "permission denied (%s). Grant the user of this Spark session the right to read it."
          .formatted(firstLine(cause));
    }
    if (isMissingFile(cause)) {
      return "it was there when the table was loaded and is not there any more. Run the query again"
          + " (after REFRESH TABLE), or set spark.sql.files.ignoreMissingFiles = true to read on"
          + " without such files.";
    }
    return "%s. %s".formatted(firstLine(cause), WAY_OUT_OF_DAMAGE);
  }

  /** Of a file that changed, the message says how. */
  private static String reason(Trouble trouble, Throwable cause) {
    for (Throwable e = cause; e != null; e = AlmanacException.origin(e)) {
      if (e instanceof FileChangedException) {
        return e.getMessage();
      }
    }
    return trouble.reason();
  }

  /** The most telling message of the chain of causes, on one line, without its final stop. */
  private static String firstLine(Throwable cause) {
    Throwable telling = cause;
    while (telling.getCause() != null
        && (telling.getMessage() == null
            || telling.getMessage().equals(telling.getCause().toString()))) {
      telling = telling.getCause();
    }
    String message = telling.getMessage() == null ? "" : telling.getMessage().strip();
    String line = message.lines().findFirst().orElse("").strip();
    if (line.isEmpty()) {
      return telling instanceof EOFException
          ? "it ends too early"
          : telling.getClass().getSimpleName();
    }
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static boolean endsTask(Throwable cause) {
    return SparkErrors.endsTask(cause)
        || cause instanceof InterruptedException
        || (cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException))
        || cause instanceof ClosedByInterruptException;
  }

  private static boolean has(Throwable error, Predicate<Throwable> test) {
    for (Throwable e = error; e != null; e = AlmanacException.origin(e)) {
      if (test.test(e)) {
        return true;
      }
    }
    return false;
  }
}
