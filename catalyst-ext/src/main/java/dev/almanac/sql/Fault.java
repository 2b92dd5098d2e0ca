package dev.almanac.sql;

import dev.almanac.sql.Rewriting.Edit;
import dev.almanac.temporal.ClauseReader;

/**
 * A clause that cannot be read, or that stands where none can stand.
 *
 * @param start where {@code FOR} begins
 * @param end where what is taken for the clause ends
 * @param reason why, without a final stop
 * @param certain whether it can be nothing but such a clause; otherwise it is one only if the
 *     statement is sound without it
 */
public record Fault(int start, int end, String reason, boolean certain) {

  private static final String PLACES =
      "A clause stands directly after a table that is read, or after its alias. ";

  /** The error message. */
  public String message(String sql) {
    String stop = reason.endsWith("?") ? " " : ". ";
    return "Cannot read the clause "
        + shown(sql)
        + ": "
        + reason
        + stop
        + PLACES
        + ClauseReader.ACCEPTED;
  }

  /** The statement without the clause. */
  Edit removal(String sql) {
    return new Edit(start, end, Rewriting.inPlaceOf(sql.substring(start, end), ""));
  }

  private String shown(String sql) {
    return sql.substring(start, end).strip().replaceAll("\\s+", " ");
  }
}
