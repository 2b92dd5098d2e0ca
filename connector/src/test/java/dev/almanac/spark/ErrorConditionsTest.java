package dev.almanac.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.Map;
import org.apache.spark.ErrorMessageFormat;
import org.apache.spark.SparkThrowable;
import org.apache.spark.SparkThrowableHelper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Spark composes from its list of conditions, of which Almanac's are a part. */
class ErrorConditionsTest {

  private static final String TEXT = "Cannot read <this> or ${that}, which costs $1.";

  private static AlmanacException error(Condition condition) {
    return (AlmanacException)
        Assertions.catchThrowable(
            () -> {
              throw AlmanacException.of(condition, TEXT);
            });
  }

  @ParameterizedTest
  @EnumSource
  void isKnownToSpark(Condition condition) {
    SparkThrowable error = error(condition);

    assertThat(SparkThrowableHelper.isValidErrorClass(error.getCondition())).isTrue();
    assertThat(SparkThrowableHelper.getSqlState(error.getCondition()))
        .isEqualTo(error.getSqlState());
    // What getMessage() of PySpark's exceptions calls.
    assertThat(SparkThrowableHelper.getMessage(error.getCondition(), error.getMessageParameters()))
        .isEqualTo(error(condition).getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void isShownAsJson(Condition condition) {
    String json = SparkThrowableHelper.getMessage(error(condition), ErrorMessageFormat.STANDARD());

    assertThat(json)
        .contains("\"errorClass\" : \"" + condition.id() + "\"")
        .contains("\"messageTemplate\" : \"<message>\"")
        .contains("\"sqlState\" : \"" + condition.sqlState() + "\"")
        .contains("\"message\" : \"" + TEXT + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void sparksOwnConditionsStay(Condition condition) {
    error(condition);

    assertThat(SparkThrowableHelper.getMessage("DIVIDE_BY_ZERO", Map.of("config", "\"c\"")))
        .startsWith("[DIVIDE_BY_ZERO] Division by zero.")
        .contains("\"c\"");
  }
}
