package dev.almanac.sql;

import dev.almanac.sql.Rewriting.Edit;
import dev.almanac.temporal.TableVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A temporal clause that was read, with the place of the table that it belongs to. All places are
 * offsets in the statement.
 *
 * @param table where the table is named
 * @param start where {@code FOR} begins
 * @param end where the clause ends
 * @param version what it selects
 */
record Clause(TableReference table, int start, int end, TableVersion version) {

  /**
   * Where a table is named.
   *
   * @param placement in which part of a statement
   * @param keyword where the keyword before it begins, if it is {@code TABLE}
   * @param start where the name begins
   * @param end where the name ends
   */
  record TableReference(Placement placement, int keyword, int start, int end) {}

  /** What is to be changed for Spark to read these dates of the table. */
  List<Edit> edits(String sql) {
    List<Edit> edits = new ArrayList<>(table.placement().opening(table.keyword(), table.start()));
    String closing = table.placement().closing(version.toString());
    String clause = sql.substring(start, end);
    if (sql.substring(table.end(), start).isBlank()) {
      edits.add(new Edit(start, end, Rewriting.inPlaceOf(clause, closing)));
    } else {
      // An alias stands between; Spark wants its time travel before that.
      edits.add(new Edit(table.end(), table.end(), " " + closing));
      edits.add(new Edit(start, end, Rewriting.inPlaceOf(clause, "")));
    }
    return edits;
  }

  /** Whether an error at this offset lies in what was made of the clause. */
  boolean covers(int offset) {
    boolean opening = table.placement() != Placement.RELATION && offset == table.start();
    return (offset >= start && offset < end) || offset == table.end() || opening;
  }
}
