package dev.almanac.layout;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file to be read.
 *
 * @param file as listed
 * @param kind its format
 * @param day the day it is of; empty in undated datasets
 * @param hour the hour it is of; empty for data that is not divided by hours
 * @param frameAt where in the path of the file's folder the name of the frame it is in begins, as
 *     the name itself would take memory for each file; {@link #NO_FRAME} where there are none
 * @param values the partition columns that are not null, by name, in the form that is canonical for
 *     the column's type
 */
public record DataFile(
    ListedFile file,
    FileKind.Data kind,
    Optional<LocalDate> day,
    OptionalInt hour,
    int frameAt,
    Map<String, String> values) {

  /** Of files that are in no frame. */
  public static final int NO_FRAME = -1;

  /**
   * The name of the frame it is in, such as {@code as_at_20240317-235146}; empty where there are
   * none.
   */
  public Optional<String> frame() {
    return frameAt == NO_FRAME
        ? Optional.empty()
        : Optional.of(Elements.first(1, file.folder().substring(frameAt)));
  }
}
