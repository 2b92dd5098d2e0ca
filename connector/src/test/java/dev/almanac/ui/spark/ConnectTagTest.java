package dev.almanac.ui.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.ui.page.ConnectClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectTagTest {

  private static final String SESSION = "16d1b5c3-3fa3-4945-94ee-06c86161948f";

  @ParameterizedTest
  @CsvSource({"alice", "''", "al_ice@example.org", "a_Session_b", "'two\nlines'"})
  void tellsUserAndSession(String user) {
    assertThat(
            ConnectTag.client(
                List.of(
                    "nightly",
                    "SparkConnect_OperationTag_User_%s_Session_%s_Operation_%s"
                        .formatted(user, SESSION, "e7603924-0fef-4a19-91a6-ad513482adae"))))
        .contains(new ConnectClient(user, SESSION));
  }

  @Test
  void otherTagsTellNothing() {
    assertThat(ConnectTag.client(List.of())).isEmpty();
    assertThat(
            ConnectTag.client(List.of("nightly", "SparkConnect_SessionTag_x", "spark-session-1")))
        .isEmpty();
  }
}
