package dev.almanac.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/** The parts of a date that a path has given so far. Mutable; for the length of one match. */
final class DateFields {

  /** The parts of dates in templates, with their largest values. */
  enum Field {
    YEAR(0, 9999),
    MONTH(1, 12),
    DAY(2, 31),
    HOUR(3, 23);

    private final int place;
    private final int largest;

    Field(int place, int largest) {
      this.place = place;
      this.largest = largest;
    }
  }

  private static final int UNSET = -1;
  private static final Field[] FIELDS = Field.values();

  private final int[] values = new int[FIELDS.length]; // there may be as many of these as folders

  DateFields() {
    Arrays.fill(values, UNSET);
  }

  /** Gives a field its value; whether it agrees with what it had before, if it had. */
  boolean set(Field field, int value) {
    int before = values[field.place];
    values[field.place] = before == UNSET ? value : before;
    return before == UNSET || before == value;
  }

  boolean has(Field field) {
    return value(field) != UNSET;
  }

  /** The value of a field; -1 where it has none. */
  int value(Field field) {
    return values[field.place];
  }

  static DateFields of(LocalDate day, int hour) {
    DateFields fields = new DateFields();
    fields.set(Field.YEAR, day.getYear());
    fields.set(Field.MONTH, day.getMonthValue());
    fields.set(Field.DAY, day.getDayOfMonth());
    fields.set(Field.HOUR, hour);
    return fields;
  }

  boolean isPossibleHour() {
    return value(Field.HOUR) <= Field.HOUR.largest;
  }

  /** The days that the fields leave open; empty where no day is like this (month 13). */
  Optional<DateSpan> span() {
    for (Field field : FIELDS) {
      boolean tooSmall = value(field) == 0 && field != Field.HOUR;
      if (value(field) > field.largest || tooSmall) {
        return Optional.empty();
      }
    }
    if (!has(Field.YEAR)) {
      return Optional.of(DateSpan.ALL);
    }
    if (!has(Field.MONTH)) {
      return Optional.of(DateSpan.ofYear(value(Field.YEAR)));
    }
    if (!has(Field.DAY)) {
      return Optional.of(DateSpan.ofMonth(YearMonth.of(value(Field.YEAR), value(Field.MONTH))));
    }
    try {
      return Optional.of(
          DateSpan.ofDay(LocalDate.of(value(Field.YEAR), value(Field.MONTH), value(Field.DAY))));
    } catch (DateTimeException e) {
      return Optional.empty(); // 30 February
    }
  }
}
