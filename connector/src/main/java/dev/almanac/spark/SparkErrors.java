package dev.almanac.spark;

import dev.almanac.AlmanacException;
import java.util.Optional;
import org.apache.spark.TaskKilledException;
import org.apache.spark.sql.execution.datasources.SchemaColumnConvertNotSupportedException;

/** Knows the exceptions of Spark's readers, whose classes are not public API. */
public final class SparkErrors {

  private SparkErrors() {}

  /** What does not fit, if a file's column has another type than the table's. */
  public static Optional<String> typeMismatch(Throwable error) {
    for (Throwable e = error; e != null; e = AlmanacException.origin(e)) {
      if (e instanceof SchemaColumnConvertNotSupportedException mismatch) {
        return Optional.of(
            "the table's column %s is %s, the file's is %s"
                .formatted(
                    mismatch.getColumn(), mismatch.getLogicalType(), mismatch.getPhysicalType()));
      }
    }
    return Optional.empty();
  }

  /** Whether the error says that the task is being killed, rather than that something is wrong. */
  public static boolean endsTask(Throwable error) {
    return error instanceof TaskKilledException;
  }

  /** Throws any error unchecked, as Spark's Scala code does. */
  @SuppressWarnings("unchecked") // erased: throws the exception as it is
  public static <E extends Throwable> RuntimeException unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
