package dev.almanac.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {

  private static final LocalDate MAY_1 = LocalDate.of(2022, 5, 1);

  @Test
  void daysAreThoseOfWhichAnyHourIsInside() {
    DateRange range =
        DateRange.ofHours(
            LocalDateTime.parse("2022-04-30T23:10"),
            LocalDateTime.parse("2022-05-02T00:50"),
            ZoneOffset.UTC);

    assertThat(range.days()).containsExactly(MAY_1.minusDays(1), MAY_1, MAY_1.plusDays(1));
    assertThat(range.dayCount()).isEqualTo(3);
    assertThat(range.firstDay()).isEqualTo(MAY_1.minusDays(1));
    assertThat(range.lastDay()).isEqualTo(MAY_1.plusDays(1));
    assertThat(range.contains(MAY_1.minusDays(2))).isFalse();
    assertThat(range.contains(MAY_1.minusDays(1))).isTrue();
    assertThat(range.contains(MAY_1.plusDays(2))).isFalse();
    assertThat(range.containsWhole(MAY_1)).isTrue();
    assertThat(range.containsWhole(MAY_1.minusDays(1))).isFalse();
    assertThat(range.containsWhole(MAY_1.plusDays(1))).isFalse();
    assertThat(range.isWholeDays()).isFalse();
  }

  @Test
  void endsAtMidnightWithoutTheNextDay() {
    DateRange day = DateRange.ofDays(MAY_1, MAY_1, ZoneOffset.UTC);

    assertThat(day.end()).isEqualTo("2022-05-02T00:00:00Z");
    assertThat(day.days()).containsExactly(MAY_1);
    assertThat(day.contains(MAY_1.plusDays(1))).isFalse();
    assertThat(day.containsHour(MAY_1.plusDays(1), 0)).isFalse();
    assertThat(day.isWholeDays()).isTrue();
  }

  @Test
  void containsTheHoursNamed() {
    DateRange range =
        DateRange.ofHours(
            LocalDateTime.parse("2022-05-01T10:30"),
            LocalDateTime.parse("2022-05-01T12:15"),
            ZoneOffset.UTC);

    assertThat(hoursOf(range, MAY_1)).containsExactly(10, 11, 12);
    assertThat(hoursOf(range, MAY_1.plusDays(1))).isEmpty();
    assertThat(range).hasToString("2022-05-01 10:00 .. 2022-05-01 12:59");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe",
        "America/St_Johns", "America/Havana", "Pacific/Apia", "Africa/Monrovia", "Asia/Kathmandu"
      })
  void aWholeDayHasAll24HoursAndNoOther(String name) {
    ZoneId zone = ZoneId.of(name);
    for (LocalDate day = LocalDate.of(2010, 1, 1); day.getYear() < 2013; day = day.plusDays(1)) {
      DateRange range = DateRange.ofDays(day, day, zone);
      assertThat(hoursOf(range, day)).as("%s in %s", day, zone).hasSize(24);
      assertThat(range.contains(day)).isTrue();
      assertThat(range.containsWhole(day)).isTrue();
      assertThat(range.isWholeDays()).as("%s in %s", day, zone).isTrue();
      LocalDate before = day.minusDays(1);
      if (range.firstDay().equals(day)
          && LocalDate.ofInstant(start(before, zone), zone).equals(before)) {
        assertThat(hoursOf(range, before)).as("%s before %s in %s", before, day, zone).isEmpty();
        assertThat(hoursOf(range, range.lastDay().plusDays(1))).isEmpty();
        assertThat(range.days()).containsExactly(day);
      }
    }
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // Put back: 02:00 is shown twice, and is one hour.
    "2022-10-30T02:30, 2022-10-30, 2",
    // Put forward: 02:00 does not exist; folders of that name go with 03:00.
    "2022-03-27T02:30, 2022-03-27, 2",
    "2022-03-27T02:30, 2022-03-27, 3",
    "2022-03-27T03:30, 2022-03-27, 2",
    "2022-03-27T03:30, 2022-03-27, 3",
  })
  void anHourOfAClockChange(LocalDateTime time, LocalDate day, int hour) {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    LocalDateTime existing = LocalDateTime.ofInstant(time.atZone(berlin).toInstant(), berlin);
    DateRange range = DateRange.ofHours(existing, existing, berlin);

    assertThat(range.containsHour(day, hour)).isTrue();
    assertThat(range.containsHour(day, 1)).isFalse();
    assertThat(range.containsHour(day, 4)).isFalse();
  }

  @Test
  void daysOfCenturiesAreNotMadeUntilAskedFor() {
    DateRange range =
        DateRange.ofDays(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), ZoneOffset.UTC);

    assertThat(range.dayCount()).isEqualTo(3_652_059);
    assertThat(range.days().findFirst()).contains(LocalDate.of(1, 1, 1));
    assertThat(range.contains(MAY_1)).isTrue();
  }

  @Test
  void refusesWhatIsNoRangeOfHours() {
    Instant ten = Instant.parse("2022-05-01T10:00:00Z");

    assertThatThrownBy(() -> new DateRange(ten, ten, ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DateRange(ten, ten.plusSeconds(60), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DateRange(ten, ten.plusSeconds(3600), ZoneId.of("Asia/Kolkata")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DateRange.ofDays(MAY_1, MAY_1.minusDays(1), ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static IntStream hoursOf(DateRange range, LocalDate day) {
    return IntStream.range(0, 24).filter(hour -> range.containsHour(day, hour));
  }
}
