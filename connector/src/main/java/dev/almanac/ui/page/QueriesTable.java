package dev.almanac.ui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** The queries, with a line for each table that they read. */
final class QueriesTable {

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

  private QueriesTable() {}

  /**
   * The table.
   *
   * @param none what to say where there are no queries
   */
  static Html of(PageRequest request, List<QueryRun> queries, String none) {
    if (queries.isEmpty()) {
      return Html.tag("p").text(none);
    }
    List<Html> rows = new ArrayList<>();
    for (QueryRun query : queries) {
      for (int i = 0; i < query.scans().size(); i++) {
        List<Html> cells = new ArrayList<>(i == 0 ? ofQuery(request, query) : List.of());
        cells.addAll(ofScan(query.scans().get(i)));
        rows.add(Html.tag("tr").add(cells));
      }
    }
    return Panels.table(HEADERS, rows);
  }

  private static List<Html> ofQuery(PageRequest request, QueryRun query) {
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
            text,
            Html.text(Amounts.time(query.submitted())),
            Html.text(Amounts.duration(query.duration())),
            Html.text(query.status()))
        .stream()
        .map(content -> (Html) Panels.cell(content).with("rowspan", lines))
        .toList();
  }

  private static List<Html> ofScan(ScanRun scan) {
    List<Html> table = new ArrayList<>();
    table.add(Html.text(scan.table()));
    scan.dates().ifPresent(dates -> table.add(Html.tag("div").of("almanac-dates").text(dates)));
    List<Html> cells = new ArrayList<>();
    cells.add(Panels.cell(Html.all(table)));
    cells.add(number(scan.days(), Amounts::number));
    cells.add(number(scan.daysPruned(), Amounts::number));
    cells.add(number(scan.files(), Amounts::number));
    cells.add(number(scan.filesPruned(), Amounts::number));
    cells.add(number(scan.bytes(), Amounts::bytes));
    cells.add(number(scan.rows(), Amounts::number));
    return cells;
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
