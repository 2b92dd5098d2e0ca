package dev.almanac.ui.page;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a query reads of one table. Numbers are empty until they are known, and where the store has
 * no such thing.
 *
 * @param table its full name in SQL
 * @param dates those asked for, as {@code EXPLAIN} says them
 */
public record ScanRun(
    String table,
    Optional<String> dates,
    OptionalLong days,
    OptionalLong daysPruned,
    OptionalLong files,
    OptionalLong filesPruned,
    OptionalLong bytes,
    OptionalLong rows) {}
