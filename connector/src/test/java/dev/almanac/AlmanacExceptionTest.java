package dev.almanac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;

/** What Spark's programs make of an error of ours. */
class AlmanacExceptionTest {

  /** {@code spark-sql} prints the stack trace of an analysis error that has a cause. */
  @Test
  void whatItCameOfIsKeptAndIsNoCause() {
    IOException reason = new IOException("no route to host");

    assertThatThrownBy(
            () -> {
              throw AlmanacException.of(Condition.CANNOT_READ_STORE, "Cannot read it.", reason);
            })
        .isInstanceOf(AnalysisException.class)
        .hasMessage("[ALMANAC_CANNOT_READ_STORE] Cannot read it. SQLSTATE: 58030")
        .hasNoCause()
        .hasSuppressedException(reason)
        .satisfies(error -> assertThat(AlmanacException.origin(error)).isSameAs(reason));
    assertThat(AlmanacException.origin(new IllegalStateException(reason))).isSameAs(reason);
    assertThat(AlmanacException.origin(reason)).isNull();
  }
}
