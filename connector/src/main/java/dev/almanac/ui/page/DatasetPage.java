package dev.almanac.ui.page;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.catalog.CatalogBrowser;
import dev.almanac.procedure.CalendarDay;
import dev.almanac.procedure.DatasetQueries;
import dev.almanac.procedure.Gap;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.DatasetSpan;
import dev.almanac.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dataset: its years as calendars, its gaps, and the queries that read it. */
public final class DatasetPage implements Page {

  /** Years that are shown where none is chosen. */
  private static final int YEARS = 2;

  private static final int GAPS = 100;

  /**
   * More gaps than that are folded away: the calendars show them, and what is below is looked for.
   */
  private static final int OPEN_GAPS = 15;

  private static final Comparator<CalendarDay> BY_DAY = Comparator.comparing(CalendarDay::day);

  private final Application application;

  public DatasetPage(Application application) {
    this.application = application;
  }

  @Override
  public String path() {
    return "dataset";
  }

  @Override
  public String title() {
    return "Dataset";
  }

  @Override
  public PageContent content(PageRequest request) {
    List<String> name = request.name("dataset");
    LakeCatalog lake = new Lakes(application).of(request, name);
    List<String> inside = name.subList(1, name.size());
    CatalogBrowser browser = lake.browser();
    Store store = browser.storeOf(inside).orElseThrow(() -> noSuch(lake, inside));
    Optional<DatasetSpan> span = inside.isEmpty() ? Optional.empty() : browser.span(inside);
    List<Html> body = new ArrayList<>();
    body.add(
        Panels.trail(
            request, lake, store.prefix(), inside.subList(store.prefix().size(), inside.size())));
    Map<String, Object> facts =
        Facts.of(
            "dataset",
            lake.sql(inside),
            "store",
            lake.storeName(store),
            "years",
            span.map(DatasetSpan::years).orElse(List.of()));
    if (span.isEmpty()) {
      if (inside.isEmpty() || !browser.isDataset(inside)) {
        throw noSuch(lake, inside);
      }
      body.add(new UndatedHtml(lake, inside).html(facts));
    } else {
      body.add(dated(request, lake, inside, span.get(), facts));
    }
    List<QueryRun> queries = queries(lake.sql(inside));
    body.add(Panels.heading("Queries (%d)".formatted(queries.size())));
    body.add(
        new QueriesTable(request, application.sessions())
            .html(queries, "No query that Spark remembers has read it."));
    facts.put("queries", queries.stream().map(QueriesTable::facts).toList());
    return new PageContent("Dataset " + lake.sql(inside), Html.all(body), facts);
  }

  private static RuntimeException noSuch(LakeCatalog lake, List<String> inside) {
    throw AlmanacException.of(
        Condition.NO_SUCH_DATASET,
        "Cannot show %s: there is no such dataset (any more). SHOW TABLES IN %s lists what there is."
            .formatted(lake.sql(inside), lake.name()));
  }

  private List<QueryRun> queries(String table) {
    return new Lakes(application)
        .queries().stream()
            .filter(query -> query.scans().stream().anyMatch(scan -> scan.table().equals(table)))
            .toList();
  }

  private Html dated(
      PageRequest request,
      LakeCatalog lake,
      List<String> inside,
      DatasetSpan span,
      Map<String, Object> facts) {
    DatasetQueries queries = lake.queries();
    List<YearCalendar> calendars =
        shown(request, span.years()).stream()
            .map(year -> YearCalendar.of(queries, lake.sql(inside), year, span))
            .toList();
    Link here = request.to("dataset").with("dataset", lake.full(inside));
    CalendarHtml drawing =
        new CalendarHtml(
            Shades.of(Measure.of(request), calendars),
            day ->
                request
                    .to("day")
                    .with("dataset", lake.full(inside))
                    .with("day", day.toString())
                    .toString());
    List<CalendarDay> days =
        calendars.stream().flatMap(year -> year.days().stream()).sorted(BY_DAY).toList();
    List<Gap> gaps = calendars.stream().flatMap(year -> Gap.of(year.days()).stream()).toList();
    facts.put("days", days.stream().map(DatasetPage::facts).toList());
    facts.put("gaps", gaps.stream().map(DatasetPage::facts).toList());
    List<Html> parts = new ArrayList<>();
    parts.add(Panels.summary(Map.of("Days", Html.text(span.first() + " – " + span.last()))));
    parts.add(choices(here, request, span.years(), calendars));
    parts.add(drawing.legend());
    calendars.forEach(year -> parts.add(drawing.year(year)));
    parts.add(
        Panels.folded(
            "Gaps (%d)".formatted(gaps.size()),
            gaps.size() <= OPEN_GAPS,
            gaps(request.to("day").with("dataset", lake.full(inside)), gaps)));
    parts.add(Panels.heading("In SQL"));
    parts.add(
        Panels.sql(
            "SELECT * FROM %s FOR LATEST;".formatted(lake.sql(inside)),
            "SELECT * FROM %s FOR LAST 7 DAYS;".formatted(lake.sql(inside)),
            "CALL %s.system.calendar('%s');"
                .formatted(
                    SqlNames.quoted(List.of(lake.name())),
                    SqlNames.quoted(inside).replace("'", "\\'"))));
    return Html.all(parts);
  }

  /** The year that is asked for, or the last ones; the newest first. */
  private static List<Integer> shown(PageRequest request, List<Integer> years) {
    Optional<Integer> chosen =
        request
            .parameter("year")
            .filter(year -> year.matches("\\d{1,4}"))
            .map(Integer::valueOf)
            .filter(years::contains);
    return chosen
        .map(List::of)
        .orElseGet(
            () ->
                years.subList(Math.max(0, years.size() - YEARS), years.size()).stream()
                    .sorted(Comparator.reverseOrder())
                    .toList());
  }

  private static Html choices(
      Link here, PageRequest request, List<Integer> years, List<YearCalendar> shown) {
    List<Html> choices = new ArrayList<>();
    Measure by = Measure.of(request);
    Link sameMeasure = by == Measure.BYTES ? here : here.with("by", by.key());
    if (years.size() > 1) {
      List<Html> links = new ArrayList<>();
      List<Integer> current = shown.stream().map(YearCalendar::year).toList();
      for (int i = years.size() - 1; i >= 0; i--) {
        int year = years.get(i);
        links.add(
            choice(
                sameMeasure.with("year", String.valueOf(year)),
                String.valueOf(year),
                current.contains(year)));
      }
      choices.add(Html.tag("div").add(Html.tag("strong").text("Years: "), Html.all(links)));
    }
    Link sameYear =
        request.parameter("year").isPresent() && shown.size() == 1
            ? here.with("year", String.valueOf(shown.get(0).year()))
            : here;
    choices.add(
        Html.tag("div")
            .add(
                Html.tag("strong").text("Shaded by: "),
                choice(sameYear, "size", by == Measure.BYTES),
                choice(sameYear.with("by", Measure.FILES.key()), "files", by == Measure.FILES)));
    return Html.tag("div").of("almanac-choices").add(choices);
  }

  private static Html choice(Link link, String text, boolean current) {
    Html.Element element = link.text(text);
    return current ? element.with("aria-current", "true") : element;
  }

  private static Html gaps(Link day, List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return Html.tag("p")
          .text(
              "Every day between the first and the last is read, with all its hours where it has hours.");
    }
    return new Columns<Gap>()
        .add("From", gap -> day(day, gap, gap.from()))
        .add("To", gap -> day(day, gap, gap.to()))
        .add("Days", gap -> Panels.number(Amounts.number(gap.days())))
        .add("State", gap -> Panels.name(gap.state()))
        .addIf(
            gaps.stream().anyMatch(gap -> gap.hours().isPresent()),
            "Hours",
            gap -> Panels.name(gap.hours().orElse("")))
        .table(gaps, GAPS, "CALL system.gaps has all");
  }

  /** A day that has a folder says more on its own page. */
  private static Html day(Link page, Gap gap, LocalDate day) {
    String text = day.toString();
    return gap.state().equals(CalendarDay.MISSING)
        ? Panels.name(text)
        : Panels.name(page.with("day", text).text(text), text);
  }

  private static Map<String, Object> facts(CalendarDay day) {
    return Facts.of(
        "day", day.day().toString(),
        "state", day.state(),
        "files", day.files(),
        "bytes", day.bytes(),
        "frames", day.frames(),
        "superseded", day.superseded(),
        "incomplete", day.incomplete(),
        "ignored", day.ignored(),
        "missing_hours", day.missingHours().orElse(""));
  }

  private static Map<String, Object> facts(Gap gap) {
    return Facts.of(
        "from", gap.from().toString(),
        "to", gap.to().toString(),
        "days", gap.days(),
        "state", gap.state(),
        "hours", gap.hours().orElse(""));
  }
}
