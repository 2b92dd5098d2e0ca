package dev.almanac.ui.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a table in the making.
 *
 * @param <T> what a row shows
 */
final class Columns<T> {

  private final List<String> headers = new ArrayList<>();
  private final List<Function<T, Html>> cells = new ArrayList<>();

  /** Adds a column. */
  Columns<T> add(String header, Function<T, Html> cell) {
    headers.add(header);
    cells.add(cell);
    return this;
  }

  /** Adds a column where there is something in it. */
  Columns<T> addIf(boolean used, String header, Function<T, Html> cell) {
    return used ? add(header, cell) : this;
  }

  /** A table of all rows. */
  Html table(List<T> rows) {
    return Panels.table(
        headers,
        rows.stream()
            .map(
                row ->
                    (Html) Html.tag("tr").add(cells.stream().map(cell -> cell.apply(row)).toList()))
            .toList());
  }

  /**
   * A table of the first rows.
   *
   * @param most how many
   * @param others what to say of the others, if there are any
   */
  Html table(List<T> rows, int most, String others) {
    return rows.size() <= most
        ? table(rows)
        : Html.all(
            Panels.note("The first %s are shown; %s.".formatted(Amounts.number(most), others)),
            table(rows.subList(0, most)));
  }
}
