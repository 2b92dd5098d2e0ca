package dev.almanac.sql;

import dev.almanac.sql.Rewriting.Edit;
import java.util.List;

/** Where in a statement a table is named, which decides how Spark can be told of its dates. */
enum Placement {
  /** In {@code FROM} or {@code JOIN}, where Spark has time travel of its own. */
  RELATION("", ""),
  /** {@code TABLE t} as a query. Spark has no time travel there, but in a {@code SELECT}. */
  TABLE_QUERY("(SELECT * FROM ", ")"),
  /** {@code TABLE t} as the argument of a function. */
  TABLE_ARGUMENT("(SELECT * FROM ", ")"),
  /** {@code TABLE(t)} as the argument of a function. */
  TABLE_ARGUMENT_IN_PARENTHESES("SELECT * FROM ", ""),
  /** {@code MERGE INTO .. USING t}. */
  MERGE_SOURCE("(SELECT * FROM ", ")"),
  /**
   * In {@code DESCRIBE} and {@code SHOW COLUMNS}. Spark has no time travel in these at all, so the
   * version is made a part of the table's name that the plan is searched for later.
   */
  DESCRIBED("", "");

  private final String before;
  private final String after;

  Placement(String before, String after) {
    this.before = before;
    this.after = after;
  }

  /** What goes before the table's name. */
  List<Edit> opening(int keyword, int nameStart) {
    if (before.isEmpty()) {
      return List.of();
    }
    // TABLE itself goes where it is a query: (SELECT * FROM t ..) stands for TABLE t.
    return List.of(new Edit(this == TABLE_QUERY ? keyword : nameStart, nameStart, before));
  }

  /** What goes behind it. */
  String closing(String version) {
    return this == DESCRIBED
        ? ".`" + DescribedName.mark(version) + "`"
        : "VERSION AS OF '" + version + "'" + after;
  }
}
