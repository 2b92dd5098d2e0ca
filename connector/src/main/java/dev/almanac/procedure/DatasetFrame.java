package dev.almanac.procedure;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A frame of a day, as the table {@code .frames} has it.
 *
 * @param hour the hour it is of, if it is of one
 * @param segment the segment it is of, if it is of one
 * @param reason why it has its state, in words
 * @param read whether its files are read
 * @param path of its folder
 */
public record DatasetFrame(
    OptionalInt hour,
    Optional<String> segment,
    String name,
    String state,
    String reason,
    boolean read,
    long files,
    long bytes,
    String path) {}
