package dev.almanac.ui.page;

import dev.almanac.procedure.CalendarDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How days look in a calendar: each differs from the others without colour, too. */
enum DayLook {
  /** It has rows, as far as files tell. */
  READ("read"),
  /** A complete frame without data files: zero rows. */
  EMPTY("read, without rows"),
  /** It has frames, none of which is to be read. */
  INCOMPLETE("no complete frame"),
  /** A folder without data. */
  NO_DATA("no data files"),
  /** No folder. */
  MISSING("missing");

  private final String text;

  DayLook(String text) {
    this.text = text;
  }

  static DayLook of(CalendarDay day) {
    return switch (day.state()) {
      case CalendarDay.READ -> day.files() > 0 ? READ : EMPTY;
      case CalendarDay.NO_COMPLETE_FRAME -> INCOMPLETE;
      case CalendarDay.MISSING -> MISSING;
      default -> NO_DATA;
    };
  }

  /** For people. */
  String text() {
    return text;
  }

  /** The class of the style sheet. */
  String styleClass() {
    return "almanac-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All there is to say of a day, in one line. */
  static String describe(CalendarDay day) {
    List<String> parts = new ArrayList<>();
    parts.add(day.day() + ": " + of(day).text());
    if (day.lacksHours()) {
      parts.add("without " + hours(day.missingHours().orElseThrow()));
    }
    if (day.isRead()) {
      parts.add(Amounts.count(day.files(), "file"));
      parts.add(Amounts.bytes(day.bytes()));
    }
    if (day.frames() > 0) {
      parts.add(Amounts.count(day.frames(), "frame"));
    }
    add(parts, day.superseded(), "superseded");
    add(parts, day.incomplete(), "incomplete");
    add(parts, day.ignored(), "ignored");
    return String.join(", ", parts);
  }

  /** Hours as a calendar has them, with their noun. */
  static String hours(String hours) {
    return (hours.length() > 2 ? "hours " : "hour ") + hours;
  }

  private static void add(List<String> parts, long frames, String state) {
    if (frames > 0) {
      parts.add(frames + " " + state);
    }
  }
}
