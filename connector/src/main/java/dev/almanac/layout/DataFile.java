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
 * @param frame the name of the frame it is in, such as {@code as_at_20240317-235146}; empty where
 *     there are none
 * @param values the partition columns that are not null, by name, in the form that is canonical for
 *     the column's type
 */
public record DataFile(
    ListedFile file,
    FileKind.Data kind,
    Optional<LocalDate> day,
    OptionalInt hour,
    Optional<String> frame,
    Map<String, String> values) {}
