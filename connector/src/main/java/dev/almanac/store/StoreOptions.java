package dev.almanac.store;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A store's options, validated: the store's own over the catalog's defaults over the built-in ones.
 * Keys are case-insensitive, values are kept as written.
 */
public final class StoreOptions {

  /** What a query without a clause reads of a dated dataset. */
  public enum DefaultDates {
    TODAY,
    LATEST,
    ALL,
    REQUIRED
  }

  private final TreeMap<String, String> values;

  StoreOptions(Map<String, String> values) {
    this.values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.values.putAll(values);
  }

  /** Empty where neither the store nor the catalog sets it; built-in defaults do not count. */
  public Optional<String> set(Option option) {
    return Optional.ofNullable(values.get(option.key())).filter(value -> !value.isEmpty());
  }

  /** As set, or the built-in default, which may be empty. */
  public String value(Option option) {
    return set(option).orElse(option.defaultValue());
  }

  public DefaultDates defaultDates() {
    return DefaultDates.valueOf(value(DatasetOptions.DEFAULT_DATES).toUpperCase(Locale.ROOT));
  }

  public ZoneId timeZone() {
    return ZoneId.of(value(DatasetOptions.TIME_ZONE));
  }

  public boolean mergeSchema() {
    return flag(DatasetOptions.MERGE_SCHEMA);
  }

  /** Of an option that takes {@code true} or {@code false}. */
  public boolean flag(Option option) {
    return Boolean.parseBoolean(value(option));
  }

  /** Of an option that takes a number, and has a default. */
  public int number(Option option) {
    return Integer.parseInt(value(option));
  }

  /** The options of a group such as {@code csv.*}, without the group's name before them. */
  public Map<String, String> group(Option group) {
    String start = group.start();
    Map<String, String> found = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          if (key.length() > start.length()
              && key.regionMatches(true, 0, start, 0, start.length())) {
            found.put(key.substring(start.length()), value);
          }
        });
    return found;
  }

  /** The same keys with other values. */
  StoreOptions with(BinaryOperator<String> value) {
    Map<String, String> changed = new TreeMap<>();
    values.forEach((key, old) -> changed.put(key, value.apply(key, old)));
    return new StoreOptions(changed);
  }

  /** All that is set, by key. */
  public Map<String, String> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoreOptions that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Keys only: values may be secrets. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
