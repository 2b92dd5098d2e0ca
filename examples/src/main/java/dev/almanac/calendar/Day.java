package dev.almanac.calendar;

import java.time.LocalDate;

/**
 * A day of a dataset.
 *
 * @param state what a query would get of it
 * @param files how many are read
 * @param bytes of these
 * @param rows of these; 0 where they were not counted
 * @param frames of whatever state
 * @param superseded how many of them are complete, but older than the one that is read
 * @param incomplete how many of them are not marked as complete
 * @param lacksHours whether it is read by hours, and some that are over cannot be read
 */
public record Day(
    LocalDate date,
    DayState state,
    long files,
    long bytes,
    long rows,
    long frames,
    long superseded,
    long incomplete,
    boolean lacksHours) {

  boolean isRead() {
    return state == DayState.READ;
  }
}
