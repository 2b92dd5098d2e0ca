package dev.almanac.ui.page;

import dev.almanac.spark.SqlNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The queries, with a line for each table that they read.
 *
 * @param request of the page it is on
 * @param sessions those that are still in use
 */
record QueriesTable(PageRequest request, List<LakeSession> sessions) {

  private static final List<String> HEADERS =
      List.of(
          "ID",
          "Query",
          "Submitted",
          "Duration",
          "Status",
          "Reads",
          "Days read",
          "Days pruned",
          "Files read",
          "Files pruned",
          "Size read",
          "Rows");

  /**
   * The table.
   *
   * @param queries the newest first
   * @param none what to say where there are no queries
   */
  Html html(List<QueryRun> queries, String none) {
    if (queries.isEmpty()) {
      return Html.tag("p").text(none);
    }
    List<Html> rows = new ArrayList<>();
    for (QueryRun query : queries) {
      for (int i = 0; i < query.scans().size(); i++) {
        List<Html> cells = new ArrayList<>(i == 0 ? ofQuery(query) : List.of());
        cells.addAll(ofScan(query, query.scans().get(i)));
        rows.add(Html.tag("tr").add(cells));
      }
    }
    return Panels.table(HEADERS, rows);
  }

  private List<Html> ofQuery(QueryRun query) {
    String page = request.query(query.id());
    String lines = String.valueOf(query.scans().size());
    Html text =
        Html.tag("a")
            .of("almanac-query")
            .with("href", page)
            .with("title", query.text())
            .text(query.text());
    return List.<Html>of(
            Html.link(page, String.valueOf(query.id())),
            Html.all(text, session(query)),
            Html.text(Amounts.time(query.submitted())),
            Html.text(Amounts.duration(query.duration())),
            Html.text(query.status()))
        .stream()
        .map(content -> (Html) Panels.cell(content).with("rowspan", lines))
        .toList();
  }

  /** Whose query it was, if not the application's own. */
  private Html session(QueryRun query) {
    return query
        .session()
        .flatMap(
            id ->
                inUse(id)
                    .map(found -> found.standard() ? "" : found.shortLabel())
                    .or(() -> Optional.of("session " + id + ", which has ended")))
        .filter(label -> !label.isEmpty())
        .<Html>map(label -> Html.tag("div").of("almanac-small").text(label))
        .orElse(Html.none());
  }

  private Optional<LakeSession> inUse(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }

  private List<Html> ofScan(QueryRun query, ScanRun scan) {
    List<Html> table = new ArrayList<>();
    table.add(dataset(query, scan));
    scan.dates()
        .ifPresent(dates -> table.add(Html.tag("div").of("almanac-small").add(words(dates))));
    List<Html> cells = new ArrayList<>();
    cells.add(Panels.name(Html.all(table), scan.table()));
    cells.add(number(scan.days(), Amounts::number));
    cells.add(number(scan.daysPruned(), Amounts::number));
    cells.add(number(scan.files(), Amounts::number));
    cells.add(number(scan.filesPruned(), Amounts::number));
    cells.add(number(scan.bytes(), Amounts::bytes));
    cells.add(number(scan.rows(), Amounts::number));
    return cells;
  }

  /**
   * A link to the dataset, as the query's session has it: in another, the name may mean another.
   */
  private Html dataset(QueryRun query, ScanRun scan) {
    List<String> name = SqlNames.parse(scan.table());
    Optional<LakeSession> session =
        query.session().isEmpty()
            ? sessions.stream().filter(LakeSession::standard).findFirst()
            : query.session().flatMap(this::inUse);
    if (name.isEmpty() || session.isEmpty()) {
      return Html.text(scan.table());
    }
    return request.in(session.get()).to("dataset").with("dataset", name).text(scan.table());
  }

  /** Words that are not broken: dates have hyphens. */
  private static List<Html> words(String text) {
    List<Html> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      words.add(Html.tag("span").of("almanac-name").text(word));
      words.add(Html.text(" "));
    }
    return words;
  }

  private static Html number(OptionalLong value, Function<Long, String> text) {
    return Panels.number(value.isPresent() ? text.apply(value.getAsLong()) : "");
  }

  static Map<String, Object> facts(QueryRun query) {
    return Facts.of(
        "id", query.id(),
        "text", query.text(),
        "submitted", query.submitted().toString(),
        "durationMillis", query.duration().toMillis(),
        "status", query.status(),
        "session", query.session().orElse(""),
        "scans", query.scans().stream().map(QueriesTable::facts).toList());
  }

  private static Map<String, Object> facts(ScanRun scan) {
    Map<String, Object> facts = Facts.of();
    facts.put("table", scan.table());
    scan.dates().ifPresent(dates -> facts.put("dates", dates));
    scan.days().ifPresent(days -> facts.put("daysRead", days));
    scan.daysPruned().ifPresent(days -> facts.put("daysPruned", days));
    scan.files().ifPresent(files -> facts.put("filesRead", files));
    scan.filesPruned().ifPresent(files -> facts.put("filesPruned", files));
    scan.bytes().ifPresent(bytes -> facts.put("bytesRead", bytes));
    scan.rows().ifPresent(rows -> facts.put("rows", rows));
    return facts;
  }
}
