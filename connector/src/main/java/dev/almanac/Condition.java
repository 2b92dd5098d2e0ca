package dev.almanac;

/**
 * The error conditions that Almanac raises, each with its SQLSTATE. The name that users see is
 * {@code ALMANAC_} and the constant's name.
 */
public enum Condition {
  /** The name resolves to no folder, file or collection of any registered store. */
  NO_SUCH_DATASET("42P01"),
  /** The dataset exists, but has no data in the dates asked for. */
  NO_DATA_IN_RANGE("02000"),
  /** The days asked for exist, but none of their frames is complete. */
  NO_COMPLETE_FRAME("55000"),
  /** A {@code FOR} clause, or the version string it stands for, does not follow the grammar. */
  INVALID_TEMPORAL_CLAUSE("42601"),
  /**
   * A {@code FOR} clause where it cannot apply: an undated dataset, a view, a table of another
   * catalog.
   */
  TEMPORAL_CLAUSE_NOT_APPLICABLE("42809"),
  /** A clause is needed, because the store says {@code default-dates = required}. */
  TEMPORAL_CLAUSE_REQUIRED("42601"),
  /** A table name that cannot be a path below a store: {@code ..}, empty parts, absolute paths. */
  INVALID_NAME("42602"),
  /** A path leaves its store through a symbolic link. */
  PATH_LEAVES_STORE("42501"),
  /** A configuration key or value that Almanac does not know. */
  INVALID_OPTION("42616"),
  /** The session was started in a way that Almanac cannot work in, or not as it was meant. */
  MISCONFIGURED("F0000"),
  /** A store prefix that is not registered, or that is registered already. */
  INVALID_STORE("42704"),
  /** A store needs a client's jar that is not on Spark's class path. */
  MISSING_CLIENT("0A000"),
  /** Two files of a dataset disagree on the type of a column beyond safe widening. */
  INCOMPATIBLE_SCHEMA("42804"),
  /** A file cannot be read: damaged, cut short, vanished, not permitted. */
  CANNOT_READ_FILE("58030"),
  /** A store's server cannot be reached, refuses the request, or fails. */
  CANNOT_READ_STORE("58030"),
  /** A dataset holds only files of unknown types. */
  NO_READABLE_FILES("0A000"),
  /** What was asked for is not supported. */
  UNSUPPORTED("0A000");

  private final String sqlState;

  Condition(String sqlState) {
    this.sqlState = sqlState;
  }

  /** Five characters, from the SQL standard where it has one. */
  public String sqlState() {
    return sqlState;
  }

  /** The name users see, such as {@code ALMANAC_NO_SUCH_DATASET}. */
  public String id() {
    return "ALMANAC_" + name();
  }
}
