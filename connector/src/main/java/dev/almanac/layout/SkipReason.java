package dev.almanac.layout;

/** Why a file, or a folder and all that is in it, is not data of the dataset. */
public enum SkipReason {
  /** Its folder is not one that the partition scheme knows. */
  OUTSIDE_SCHEME("not in a folder of the partition scheme"),
  /** Its folder has the form of a date, but there is no such day: month 13, 30 February. */
  IMPOSSIBLE_DATE("a date that does not exist"),
  /** Its folder has the form of an hour, but is not of 0 to 23. */
  IMPOSSIBLE_HOUR("an hour that does not exist"),
  /** A Hive partition value that is not of the column's type. */
  INVALID_PARTITION_VALUE("a partition value that is not of the column's type"),
  /** In a {@code by_<field>} folder of a day, but not in {@code <field>=<value>}. */
  OUTSIDE_SEGMENTS("in a by_ folder, but not in a segment of it"),
  /** In a {@code BACKOUT} folder: records that failed validation. */
  BACKOUT("in a BACKOUT folder"),
  /** A suffix that no format has. */
  UNKNOWN_TYPE("of an unknown file type");

  private final String description;

  SkipReason(String description) {
    this.description = description;
  }

  /** In words, to follow "3 files are": {@code of an unknown file type}. */
  public String description() {
    return description;
  }
}
