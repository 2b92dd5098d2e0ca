package dev.almanac.ui.page;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.procedure.CalendarDay;
import dev.almanac.procedure.DatasetFile;
import dev.almanac.procedure.DatasetFrame;
import dev.almanac.procedure.DatasetQueries;
import dev.almanac.store.Store;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A day of a dataset: its frames and why they are read or not, its files, and how to query it. */
public final class DayPage implements Page {

  private final Application application;

  public DayPage(Application application) {
    this.application = application;
  }

  @Override
  public String path() {
    return "day";
  }

  @Override
  public String title() {
    return "Day";
  }

  @Override
  public PageContent content(PageRequest request) {
    List<String> name = request.name("dataset");
    LakeCatalog lake = new Lakes(application).of(request, name);
    List<String> inside = name.subList(1, name.size());
    LocalDate day = day(request, lake.sql(inside));
    Optional<Store> store = lake.browser().storeOf(inside);
    List<String> prefix = store.map(Store::prefix).orElse(List.of());
    DatasetQueries queries = lake.queries();
    String sql = lake.sql(inside);
    CalendarDay calendar =
        CalendarDay.withGaps(
                queries.days(sql, Optional.of(day), Optional.of(day)),
                Optional.of(day),
                Optional.of(day))
            .get(0);
    List<DatasetFrame> frames = queries.frames(sql, Optional.of(day));
    List<DatasetFile> files = queries.files(sql, Optional.of(day));
    List<Html> body = new ArrayList<>();
    body.add(Panels.trail(request, lake, prefix, inside.subList(prefix.size(), inside.size())));
    body.add(neighbours(request, lake, inside, day));
    body.add(Panels.summary(summary(calendar)));
    body.add(Panels.heading("Frames (%s)".formatted(Amounts.number(frames.size()))));
    body.add(
        frames.isEmpty()
            ? Html.tag("p")
                .text(
                    calendar.isRead()
                        ? "The day has no frames: all its files are read."
                        : "The day has no frames.")
            : FramesTable.of(frames));
    body.add(Panels.heading("Files read (%s)".formatted(Amounts.number(files.size()))));
    body.add(files.isEmpty() ? Html.tag("p").text("None.") : FilesTable.of(files));
    body.add(Panels.heading("In SQL"));
    body.add(statements(sql, day, calendar));
    return new PageContent(day + " in " + sql, Html.all(body), facts(sql, calendar, frames, files));
  }

  private static LocalDate day(PageRequest request, String dataset) {
    String text = request.parameter("day").orElse("");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw AlmanacException.of(
          Condition.INVALID_TEMPORAL_CLAUSE,
          "Cannot show the day '%s' of %s: it is not a date such as 2022-05-01."
              .formatted(text, dataset));
    }
  }

  private static Html neighbours(
      PageRequest request, LakeCatalog lake, List<String> inside, LocalDate day) {
    Link other = request.to("day").with("dataset", lake.full(inside));
    return Html.tag("div")
        .of("almanac-choices")
        .add(
            Html.tag("div")
                .add(
                    other.with("day", day.minusDays(1).toString()).text("← " + day.minusDays(1)),
                    Html.tag("strong")
                        .text(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US)),
                    other.with("day", day.plusDays(1).toString()).text(day.plusDays(1) + " →")));
  }

  private static Map<String, Html> summary(CalendarDay day) {
    Map<String, Html> values = new LinkedHashMap<>();
    values.put("State", Html.tag("span").of("almanac-state").text(DayLook.of(day).text()));
    day.missingHours().ifPresent(hours -> values.put("Hours missing", Html.text(hours)));
    values.put("Files read", Html.number(day.files()));
    values.put("Size read", Html.text(Amounts.bytes(day.bytes())));
    return values;
  }

  private static Html statements(String sql, LocalDate day, CalendarDay calendar) {
    List<String> statements = new ArrayList<>();
    statements.add("SELECT * FROM %s FOR '%s';".formatted(sql, day));
    statements.add("");
    statements.add("-- without the SQL extension:");
    statements.add("SELECT * FROM %s VERSION AS OF '%s';".formatted(sql, day));
    if (calendar.superseded() > 0) {
      statements.add("");
      statements.add("-- as it was known at an instant, from the frames of that time:");
      statements.add(
          "SELECT * FROM %s FOR '%s' TIMESTAMP AS OF '%s 00:00:00';"
              .formatted(sql, day, day.plusDays(1)));
    }
    return Panels.sql(statements.toArray(String[]::new));
  }

  private static Map<String, Object> facts(
      String dataset, CalendarDay day, List<DatasetFrame> frames, List<DatasetFile> files) {
    return Facts.of(
        "dataset", dataset,
        "day", day.day().toString(),
        "state", day.state(),
        "frames", frames.stream().map(FramesTable::facts).toList(),
        "files", files.stream().map(FilesTable::facts).toList());
  }
}
