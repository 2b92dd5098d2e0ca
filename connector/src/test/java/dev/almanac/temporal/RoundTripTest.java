package dev.almanac.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A selection written as text and read again is the same selection. */
class RoundTripTest {

  private static final Random RANDOM = new Random(20220615);

  @Test
  void parseOfToStringIsTheSame() {
    for (int i = 0; i < 5000; i++) {
      roundTrip();
    }
  }

  private static void roundTrip() {
    DateSelection selection = selection();
    TableVersion version =
        new TableVersion(
            RANDOM.nextBoolean() ? Optional.of(selection) : Optional.empty(),
            Optional.of(instant()));

    assertThat(DateSelection.parse(selection.toString())).isEqualTo(selection);
    assertThat(TableVersion.parse(version.toString())).isEqualTo(version);
    assertThat(DateSelection.parse(spaced(selection.toString()))).isEqualTo(selection);
  }

  private static DateSelection selection() {
    return switch (RANDOM.nextInt(6)) {
      case 0 -> any(NamedRange.values());
      case 1 -> new DateSelection.Since(point());
      case 2 -> new DateSelection.Last(1 + RANDOM.nextInt(1 << 30), any(CalendarUnit.values()));
      case 3 ->
          new DateSelection.Ago(
              RANDOM.nextInt(Integer.MAX_VALUE),
              any(CalendarUnit.DAYS, CalendarUnit.WEEKS, CalendarUnit.MONTHS));
      case 4 -> between();
      default -> point();
    };
  }

  private static DateSelection between() {
    DateSelection.Between range = new DateSelection.Between(point(), point());
    return range.isAlwaysReversed() ? between() : range;
  }

  private static Point point() {
    LocalDate date = LocalDate.ofEpochDay(RANDOM.nextInt(3_652_059) - 719_162);
    LocalDateTime time = date.atTime(RANDOM.nextInt(24), RANDOM.nextInt(60));
    LocalDateTime exact =
        time.withSecond(RANDOM.nextInt(60)).withNano(RANDOM.nextInt(1000) * 1_000_000);
    Optional<ZoneOffset> offset =
        Optional.of(ZoneOffset.ofTotalSeconds(60 * (RANDOM.nextInt(36 * 60 + 1) - 18 * 60)));
    return switch (RANDOM.nextInt(5)) {
      case 0 -> any(RelativeDay.values());
      case 1 -> new Point.Moment(time, Optional.empty());
      case 2 -> new Point.Moment(exact, offset);
      default -> new Point.Day(date);
    };
  }

  private static Instant instant() {
    return Instant.ofEpochSecond(RANDOM.nextInt(), RANDOM.nextInt(1000) * 1_000_000L);
  }

  private static String spaced(String text) {
    return "  " + text.toLowerCase(Locale.ROOT).replace(" ", " \t\n ").replace("..", " .. ") + " ";
  }

  @SafeVarargs
  private static <T> T any(T... values) {
    return values[RANDOM.nextInt(values.length)];
  }
}
