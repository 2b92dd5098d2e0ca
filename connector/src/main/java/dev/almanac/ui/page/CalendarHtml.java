package dev.almanac.ui.page;

import dev.almanac.procedure.CalendarDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Draws years as calendars of months.
 *
 * @param shades how dark days are
 * @param link where a day leads
 */
record CalendarHtml(Shades shades, Function<LocalDate, String> link) {

  Html year(YearCalendar calendar) {
    List<Html> months = new ArrayList<>();
    for (YearMonth month : calendar.months()) {
      months.add(month(calendar, month));
    }
    return Html.tag("section")
        .of("almanac-year")
        .with("aria-label", String.valueOf(calendar.year()))
        .add(
            Html.tag("h5")
                .text(String.valueOf(calendar.year()))
                .add(Html.tag("small").of("text-muted").text(totals(calendar))),
            Html.tag("div").of("almanac-months").add(months));
  }

  /** What a year comes to. */
  static String totals(YearCalendar calendar) {
    if (calendar.days().isEmpty()) {
      return "no days";
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        Amounts.count(calendar.count(DayLook.READ) + calendar.count(DayLook.EMPTY), "day")
            + " read");
    parts.add(Amounts.count(calendar.files(), "file"));
    parts.add(Amounts.bytes(calendar.bytes()));
    for (DayLook look : List.of(DayLook.MISSING, DayLook.INCOMPLETE, DayLook.NO_DATA)) {
      long days = calendar.count(look);
      if (days > 0) {
        parts.add(
            look == DayLook.MISSING
                ? Amounts.number(days) + " missing"
                : Amounts.number(days) + " with " + look.text());
      }
    }
    long lacking = calendar.days().stream().filter(CalendarDay::lacksHours).count();
    if (lacking > 0) {
      parts.add(Amounts.number(lacking) + " with hours missing");
    }
    return String.join(" · ", parts);
  }

  private Html month(YearCalendar calendar, YearMonth month) {
    List<Html> cells = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      cells.add(
          Html.tag("span")
              .of("almanac-weekday")
              .text(day.getDisplayName(TextStyle.NARROW, Locale.US)));
    }
    int blanks = month.atDay(1).getDayOfWeek().getValue() - 1;
    for (int i = 0; i < blanks; i++) {
      cells.add(Html.tag("span"));
    }
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      cells.add(
          calendar
              .day(date)
              .map(this::cell)
              .orElseGet(
                  () ->
                      Html.tag("span")
                          .of("almanac-day almanac-outside")
                          .text(String.valueOf(date.getDayOfMonth()))));
    }
    return Html.tag("div")
        .of("almanac-month")
        .add(
            Html.tag("div")
                .of("almanac-month-name")
                .text(month.getMonth().getDisplayName(TextStyle.FULL, Locale.US)),
            Html.tag("div").of("almanac-grid").add(cells));
  }

  private Html cell(CalendarDay day) {
    DayLook look = DayLook.of(day);
    String said = DayLook.describe(day);
    return (look == DayLook.MISSING
            ? Html.tag("span").with("role", "img") // what has no role has no label
            : Html.tag("a").with("href", link.apply(day.day())))
        .of(classes(day, look))
        .with("title", said)
        .with("aria-label", said)
        .text(String.valueOf(day.day().getDayOfMonth()));
  }

  private String classes(CalendarDay day, DayLook look) {
    StringBuilder classes = new StringBuilder("almanac-day ").append(look.styleClass());
    if (look == DayLook.READ) {
      classes.append(" almanac-shade-").append(shades.of(day));
    }
    if (day.isRead() && day.superseded() > 0) {
      classes.append(" almanac-superseded");
    }
    if (day.isRead() && day.incomplete() + day.ignored() > 0) {
      classes.append(" almanac-passed-over");
    }
    if (day.lacksHours()) {
      classes.append(" almanac-lacks-hours");
    }
    return classes.toString();
  }

  /** What shades and marks mean. */
  Html legend() {
    List<Html> items = new ArrayList<>();
    for (int shade = 1; shade <= Shades.MOST; shade++) {
      long[] range = shades.range(shade);
      if (range.length > 0) {
        String from = shades.measure().text(range[0]);
        String to = shades.measure().text(range[1]);
        items.add(
            item(
                DayLook.READ.styleClass() + " almanac-shade-" + shade,
                from.equals(to) ? from : from + " – " + to));
      }
    }
    items.add(item("almanac-read almanac-shade-3 almanac-lacks-hours", "hours are missing"));
    items.add(item("almanac-read almanac-shade-1 almanac-superseded", "older frames superseded"));
    items.add(
        item(
            "almanac-read almanac-shade-1 almanac-passed-over",
            "incomplete or ignored frames passed over"));
    for (DayLook look :
        List.of(DayLook.EMPTY, DayLook.INCOMPLETE, DayLook.NO_DATA, DayLook.MISSING)) {
      items.add(item(look.styleClass(), look.text()));
    }
    items.add(item("almanac-outside", "before the first or after the last"));
    return Html.tag("ul").of("almanac-legend").with("aria-label", "Legend").add(items);
  }

  private static Html item(String classes, String text) {
    return Html.tag("li")
        .add(
            Html.tag("span").of("almanac-day " + classes).with("aria-hidden", "true").text("7"),
            Html.text(text));
  }
}
