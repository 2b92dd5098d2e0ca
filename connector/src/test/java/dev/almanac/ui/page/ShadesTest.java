package dev.almanac.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.procedure.CalendarDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShadesTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static CalendarDay day(long bytes) {
    return new CalendarDay(
        FIRST, CalendarDay.READ, 1, bytes, 0, 0, 0, 0, OptionalInt.empty(), Optional.empty());
  }

  private static List<Integer> shades(long... amounts) {
    List<CalendarDay> days = new ArrayList<>();
    LongStream.of(amounts).forEach(amount -> days.add(day(amount)));
    Shades shades = Shades.of(Measure.BYTES, List.of(new YearCalendar(2024, days)));
    return days.stream().map(shades::of).toList();
  }

  @Test
  void aQuarterOfTheDaysHasEach() {
    assertThat(shades(1, 2, 3, 4, 5, 6, 7, 1_000_000_000_000L))
        .containsExactly(1, 1, 2, 2, 3, 3, 4, 4);
  }

  @Test
  void equalDaysAreEqual() {
    assertThat(shades(5, 5, 5)).containsExactly(4, 4, 4);
    assertThat(shades(1, 9, 9, 9)).containsExactly(1, 4, 4, 4);
  }

  @Test
  void nothingHasNone() {
    assertThat(shades(0, 7)).containsExactly(0, 4);
    assertThat(shades()).isEmpty();
  }

  @Test
  void rangesAreThoseOfTheDays() {
    Shades shades =
        Shades.of(
            Measure.BYTES,
            List.of(new YearCalendar(2024, List.of(day(1), day(2), day(2), day(8)))));

    assertThat(shades.range(1)).containsExactly(1, 1);
    assertThat(shades.range(2)).isEmpty();
    assertThat(shades.range(3)).containsExactly(2, 2);
    assertThat(shades.range(4)).containsExactly(8, 8);
  }
}
