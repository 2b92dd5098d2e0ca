package dev.almanac.temporal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times as text: {@code YYYY-MM-DD[ T]HH:MM[:SS[.fraction]][Z|+hh:mm]}. */
final class PointText {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[ Tt]+(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?"
              + "\\s*([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private PointText() {}

  /** The day, or the time of day, that a literal says. */
  static Point read(Token literal) {
    String text = literal.text().strip();
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new ClauseException(literal, notADate(text));
    }
    try {
      LocalDate date = LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
      if (date.getYear() < 1) {
        throw new ClauseException(literal, "there is no year 0, as in '" + text + "'");
      }
      if (form.group(4) == null) {
        return new Point.Day(date);
      }
      LocalTime time = LocalTime.of(number(form, 4), number(form, 5), number(form, 6), nanos(form));
      Optional<ZoneOffset> offset = Optional.ofNullable(form.group(8)).map(PointText::offset);
      return new Point.Moment(LocalDateTime.of(date, time), offset);
    } catch (DateTimeException impossible) {
      throw new ClauseException(
          literal, "'" + text + "' is impossible (" + impossible.getMessage() + ")");
    }
  }

  private static String notADate(String text) {
    if (text.matches("\\d{8}")) {
      return Suggestions.datedDigits(text);
    }
    return RelativeDay.named(text)
        .map(word -> "'" + text + "' is no date; the word " + word + " goes without quotes")
        .orElse("'" + text + "' is neither 'YYYY-MM-DD' nor 'YYYY-MM-DD HH:MM'");
  }

  private static ZoneOffset offset(String text) {
    return ZoneOffset.of(text.equals("z") ? "Z" : text);
  }

  private static int number(Matcher form, int group) {
    return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
  }

  private static int nanos(Matcher form) {
    String fraction = form.group(7);
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }
}
