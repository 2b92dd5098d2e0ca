package dev.almanac.layout;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a day gives to a read.
 *
 * @param day the day; empty in undated datasets
 * @param state what came of it
 * @param segmentation the {@code by_<field>} that is read; empty where none is
 * @param files how many data files are read
 * @param bytes of these
 * @param withoutFrame how many of its wanted hours or segments (or the day itself) have frames, but
 *     none to read
 * @param unframed how many have data, but no frames: they are read as they are now, as of whatever
 *     instant
 * @param hours which hours are read; empty where it is not read by hours
 */
public record DayReport(
    Optional<LocalDate> day,
    State state,
    Optional<String> segmentation,
    long files,
    long bytes,
    int withoutFrame,
    int unframed,
    Optional<Hours> hours) {

  /** The sum of two parts of a day. */
  DayReport plus(DayReport other) {
    return new DayReport(
        day,
        state.compareTo(other.state) > 0 ? state : other.state,
        segmentation.equals(other.segmentation) ? segmentation : Optional.empty(),
        files + other.files,
        bytes + other.bytes,
        withoutFrame + other.withoutFrame,
        unframed + other.unframed,
        hours.flatMap(mine -> other.hours.map(mine::plus)));
  }

  /** What came of a day. The later a constant, the more the day gave. */
  public enum State {
    /** There is no data file, and no frame: perhaps files of unknown types. */
    NO_DATA,
    /** It has hours, none of which is in the range. */
    NO_HOUR_IN_RANGE,
    /** It has frames, none of which is to be read. */
    NO_COMPLETE_FRAME,
    /** It is read; it may still have no rows, as a complete frame without files has none. */
    READ
  }
}
