package dev.almanac.procedure;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that is read, as the table {@code .files} has it.
 *
 * @param hour the hour it is of, if it is of one
 * @param frame the frame it is in, if it is in one
 */
public record DatasetFile(
    OptionalInt hour,
    Optional<String> frame,
    String format,
    long bytes,
    Instant modifiedAt,
    String path) {}
