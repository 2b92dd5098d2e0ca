package dev.almanac.folders;

import dev.almanac.layout.SegmentFilter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;

/**
 * Finds the filters that choose segments: {@code field = value} and {@code field IN (values)}.
 *
 * <p>Only values that are written in one way in a folder's name can choose: whole and decimal
 * numbers, text, dates and booleans. A fraction, a timestamp or bytes could be written in another
 * way, and rows would be lost; a whole segmentation is read for these.
 */
final class SegmentFilters {

  private SegmentFilters() {}

  /** By column, the values that its rows must have. */
  static SegmentFilter of(List<Filter> filters) {
    Map<String, Set<String>> values = new TreeMap<>();
    for (Filter filter : filters) {
      if (filter instanceof EqualTo equal) {
        add(values, equal.attribute(), equal.value());
      } else if (filter instanceof In in) {
        add(values, in.attribute(), in.values());
      }
    }
    return values.isEmpty() ? SegmentFilter.NONE : SegmentFilter.of(values);
  }

  /** Two filters on one column: only what both allow. */
  private static void add(Map<String, Set<String>> values, String column, Object... allowed) {
    // Null equals nothing, so nothing is lost by leaving it out.
    List<Object> present = Arrays.stream(allowed).filter(Objects::nonNull).toList();
    if (!present.stream().allMatch(SegmentFilters::isWrittenInOneWay)) {
      return;
    }
    Set<String> texts = new LinkedHashSet<>();
    present.forEach(value -> texts.add(String.valueOf(value)));
    values.merge(
        column,
        texts,
        (before, now) -> {
          before.retainAll(now);
          return before;
        });
  }

  private static boolean isWrittenInOneWay(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Byte
        || value instanceof Short
        || value instanceof Integer
        || value instanceof Long
        || value instanceof BigDecimal
        || value instanceof LocalDate
        || value instanceof java.sql.Date;
  }
}
