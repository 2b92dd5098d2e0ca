package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.FileNotFoundException;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

  private final SparkException aborted =
      new SparkException(
          "Job aborted due to stage failure: Task 0\nDriver stacktrace:\n\tat a.B.c",
          new SparkException("Encountered\n\tat x.Y.z", new FileNotFoundException("/data/a.csv")));

  @Test
  void aClassThatIsNotThereIsSaidToBeOne() {
    assertThat(ErrorText.of(new ClassNotFoundException("org.example.Nothing")))
        .isEqualTo("There is no class org.example.Nothing on Spark's class path");
  }

  @Test
  void looksThroughWhatOnlyWraps() {
    assertThat(ErrorText.of(new ExecutionException(aborted))).isEqualTo("/data/a.csv");
  }

  @Test
  void tellsTheCauses() {
    Exception error = new IllegalStateException("Cannot list", new FileNotFoundException("/data"));
    assertThat(ErrorText.of(error)).isEqualTo("Cannot list\nCaused by: /data");
  }

  @Test
  void repeatsNothing() {
    Exception error = new RuntimeException(new IllegalStateException("no"));
    assertThat(ErrorText.of(error)).isEqualTo("java.lang.IllegalStateException: no");
  }

  @Test
  void cutsStackTraces() {
    assertThat(ErrorText.of(new IllegalStateException("first\nsecond\n\tat a.B.c\nthird")))
        .isEqualTo("first\nsecond");
  }

  @Test
  void namesAnErrorWithoutMessage() {
    assertThat(ErrorText.of(new NullPointerException()))
        .isEqualTo("java.lang.NullPointerException");
  }

  @Test
  void ourErrorsSayAllThemselves() {
    try {
      throw AlmanacException.of(
          Condition.INVALID_NAME, "Cannot read a..b", new FileNotFoundException("inner"));
    } catch (Exception e) {
      assertThat(ErrorText.of(e))
          .isEqualTo("[ALMANAC_INVALID_NAME] Cannot read a..b SQLSTATE: 42602");
    }
  }
}
