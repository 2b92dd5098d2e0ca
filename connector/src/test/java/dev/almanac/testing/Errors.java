package dev.almanac.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts what an error tells its reader. */
public final class Errors {

  private Errors() {}

  /**
   * Expects an error of ours, wherever Spark put it in the chain of causes, with a message that is
   * a sentence and not a stack trace; returns the message.
   */
  public static AbstractStringAssert<?> thrownBy(Condition condition, ThrowingCallable query) {
    AlmanacException error = ours(catchThrowable(query));
    assertThat(error.condition()).as(error.getMessage()).isEqualTo(condition);
    return assertThat(error.getMessage())
        .startsWith("[" + condition.id() + "] ")
        .contains("SQLSTATE: " + condition.sqlState())
        .doesNotContain("\tat ", "\n", "Exception");
  }

  private static AlmanacException ours(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof AlmanacException error) {
        return error;
      }
    }
    throw new AssertionError("Expected an error of Almanac's, but got " + thrown, thrown);
  }
}
