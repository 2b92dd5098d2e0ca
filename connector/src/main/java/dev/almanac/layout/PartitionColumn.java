package dev.almanac.layout;

/**
 * A column whose values are in the folders' names. Its type comes from the scheme, never from the
 * values.
 *
 * @param name as in the folders' names
 * @param type of its values
 */
public record PartitionColumn(String name, PartitionType type) {}
