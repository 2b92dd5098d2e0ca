package dev.almanac.store;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables about a dataset, named by a part after its name: {@code lake.sales.orders.days}. */
public enum MetadataTable {
  /** A row for each day: its files, bytes and frames. */
  DAYS,
  /** A row for each frame: its state, and why it was chosen or refused. */
  FRAMES,
  /** A row for each file that is read. */
  FILES;

  /** The table of this name, in any case. */
  public static Optional<MetadataTable> named(String name) {
    return Stream.of(values()).filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
  }

  /** As in SQL: {@code days}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
