package dev.almanac.layout;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame, and whether and why it is read.
 *
 * @param day the day it is of; empty in undated datasets
 * @param hour the hour it is of, if it is of one
 * @param segment the segment it is of, such as {@code by_userid/userid=42}, if it is of one
 * @param name such as {@code as_at_20240317-235146}
 * @param path of its folder
 * @param state what the frame rule made of it, among the frames of the same day, hour or segment
 * @param reason why, in words
 * @param read whether its files are read: it is chosen, and its hour or segment is wanted
 * @param files how many data files it has
 * @param bytes of these
 */
public record FrameReport(
    Optional<LocalDate> day,
    OptionalInt hour,
    Optional<String> segment,
    String name,
    String path,
    FrameState state,
    String reason,
    boolean read,
    long files,
    long bytes) {}
