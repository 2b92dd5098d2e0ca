package dev.almanac.layout;

/** The types that partition columns have, with the form of their canonical text. */
public enum PartitionType {
  /** {@code 2024-05-01}. */
  DATE,
  /** A whole number of 32 bits, without leading zeros. */
  INT,
  /** Any text. */
  STRING
}
