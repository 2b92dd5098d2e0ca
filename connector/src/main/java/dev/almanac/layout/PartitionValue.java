package dev.almanac.layout;

import java.util.Optional;

/**
 * What a folder's name gives a column.
 *
 * @param column the column
 * @param value in the form that is canonical for the column's type; empty for null
 */
public record PartitionValue(PartitionColumn column, Optional<String> value) {}
