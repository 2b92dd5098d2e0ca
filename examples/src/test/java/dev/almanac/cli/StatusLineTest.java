package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.spark.ListingEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The status line by a clock that the test turns, and what a terminal gets of it. */
class StatusLineTest {

  private static final String CLEAR = "\r\u001b[K";

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final Messages messages = Messages.to(terminal, 40);
  private Optional<String> activity = Optional.of("Listing sales");
  private long now = 1_000_000;
  private final StatusLine line = new StatusLine(messages, () -> activity, () -> now);

  @AfterEach
  void close() {
    line.close();
  }

  private String shown() {
    String text = terminal.toString(StandardCharsets.UTF_8);
    terminal.reset();
    return text;
  }

  private void after(long millis) {
    now += millis;
    line.refresh();
  }

  @Test
  void aQuickStatementShowsNothing() {
    line.begin();
    after(699);
    line.end();
    after(5000);

    assertThat(shown()).isEmpty();
  }

  @Test
  void aLongOneShowsWhatItDoesAndGoesAway() {
    line.begin();
    after(700);
    assertThat(shown()).isEqualTo(CLEAR + "Listing sales, 0 s");
    activity = Optional.empty();
    after(2400);
    assertThat(shown()).isEqualTo(CLEAR + "Working, 3 s");
    line.end();
    assertThat(shown()).isEqualTo(CLEAR);
    after(1000);
    assertThat(shown()).isEmpty();
  }

  @Test
  void theNextStatementCountsFromItsOwnStart() {
    line.begin();
    after(10_000);
    line.end();
    shown();
    line.begin();
    after(600);
    assertThat(shown()).isEmpty();
    after(400);
    assertThat(shown()).isEqualTo(CLEAR + "Listing sales, 1 s");
  }

  @Test
  void itIsGoneBeforeTheFirstRow() throws IOException {
    StringBuilder out = new StringBuilder();
    line.begin();
    after(1000);
    shown();
    line.before(out).append("a row");
    assertThat(out).hasToString("a row");
    assertThat(shown()).isEqualTo(CLEAR);
    after(1000);
    assertThat(shown()).isEmpty();
  }

  @Test
  void aWarningTakesItsPlace() {
    line.begin();
    after(1000);
    shown();
    messages.println("WARN: careful");
    assertThat(shown()).isEqualTo(CLEAR + "WARN: careful" + System.lineSeparator());
    after(200);
    assertThat(shown()).isEqualTo(CLEAR + "Listing sales, 1 s");
  }

  @Test
  void itNeverWraps() {
    activity = Optional.of("x".repeat(100));
    line.begin();
    after(1000);
    assertThat(shown()).isEqualTo(CLEAR + "x".repeat(39));
  }

  @Test
  void whereMessagesGoElsewhereThereIsNone() {
    Messages piped = Messages.to(terminal, 0);
    try (StatusLine none = new StatusLine(piped, () -> activity, () -> now)) {
      none.begin();
      now += 10_000;
      none.refresh();
      none.end();
    }
    messages.withoutStatus().status("quiet");
    assertThat(shown()).isEmpty();
  }

  @Test
  void saysInWordsWhatGoesOn() {
    assertThat(SparkActivity.tasks(1, 1200, 2)).isEqualTo("1 of 1,200 tasks done, 2 running");
    assertThat(SparkActivity.listing(new ListingEvent("sales.orders", 12, 365, 4000, 1)))
        .isEqualTo("Listing sales.orders: 12 of 365 folders, 4,000 files");
    assertThat(SparkActivity.listing(new ListingEvent("sales.orders", 12, 12, 0, 1)))
        .isEqualTo("Listing sales.orders: 12 folders, 0 files");
  }
}
