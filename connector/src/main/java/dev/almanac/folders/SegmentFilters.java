package dev.almanac.folders;

import dev.almanac.layout.SegmentFilter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;

/** Finds the filters that choose segments: {@code field = value} and {@code field IN (values)}. */
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
    Set<String> texts = new LinkedHashSet<>();
    Arrays.stream(allowed).forEach(value -> texts.add(String.valueOf(value)));
    values.merge(
        column,
        texts,
        (before, now) -> {
          before.retainAll(now);
          return before;
        });
  }
}
