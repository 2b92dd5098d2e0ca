package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be read of a dataset.
 *
 * @param range the days and hours; empty for all, and for undated datasets
 * @param filter what the query wants of segments. Give {@link SegmentFilter#NONE} where the query
 *     uses {@code _hour}, which only files in hours have
 * @param knownAt the instant to read frames as of; empty for now
 */
public record ReadRequest(
    Optional<DateRange> range, SegmentFilter filter, Optional<Instant> knownAt) {

  /** Everything, as it is now. */
  public static final ReadRequest ALL =
      new ReadRequest(Optional.empty(), SegmentFilter.NONE, Optional.empty());

  /** A range as it is now. */
  public static ReadRequest of(DateRange range) {
    return new ReadRequest(Optional.of(range), SegmentFilter.NONE, Optional.empty());
  }

  /** The same with a filter. */
  public ReadRequest withFilter(SegmentFilter newFilter) {
    return new ReadRequest(range, newFilter, knownAt);
  }

  /** The same as of an instant. */
  public ReadRequest asOf(Instant instant) {
    return new ReadRequest(range, filter, Optional.of(instant));
  }
}
