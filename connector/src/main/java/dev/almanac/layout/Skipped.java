package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Files that are not read although they are no control files: how many, why, and which, for
 * instance. Selections of the same listing have the same.
 *
 * @param reasons each reason that there is
 */
public record Skipped(Map<SkipReason, Group> reasons) {

  /** How many examples are kept for each reason. */
  public static final int EXAMPLES = 5;

  public static final Skipped NOTHING = new Skipped(Map.of());

  public Skipped {
    EnumMap<SkipReason, Group> sorted = new EnumMap<>(SkipReason.class);
    sorted.putAll(reasons);
    reasons = Collections.unmodifiableMap(sorted);
  }

  /**
   * The files of one reason.
   *
   * @param count how many
   * @param examples the paths of the first few
   */
  public record Group(long count, List<String> examples) {

    public Group {
      examples = List.copyOf(examples);
    }

    private Group plus(Group other) {
      List<String> both = new ArrayList<>(examples);
      both.addAll(other.examples);
      return new Group(
          count + other.count, both.stream().sorted().distinct().limit(EXAMPLES).toList());
    }
  }

  public boolean isEmpty() {
    return reasons.isEmpty();
  }

  /** How many there are for a reason. */
  public long count(SkipReason reason) {
    Group group = reasons.get(reason);
    return group == null ? 0 : group.count();
  }

  /** These and others. */
  public Skipped plus(Skipped other) {
    Map<SkipReason, Group> sum = new EnumMap<>(SkipReason.class);
    sum.putAll(reasons);
    other.reasons.forEach((reason, group) -> sum.merge(reason, group, Group::plus));
    return new Skipped(sum);
  }

  /**
   * For logs: {@code 2 files are of an unknown file type (a.txt, b.txt)}, separated by {@code ;}.
   */
  @Override
  public String toString() {
    return reasons.entrySet().stream()
        .map(e -> describe(e.getKey(), e.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String describe(SkipReason reason, Group group) {
    String more = group.count() > group.examples().size() ? ", ..." : "";
    return (group.count() == 1 ? "1 file is " : group.count() + " files are ")
        + reason.description()
        + " ("
        + String.join(", ", group.examples())
        + more
        + ")";
  }

  /** Counts in the order of paths. */
  static final class Counter {

    private final Map<SkipReason, Long> counts = new EnumMap<>(SkipReason.class);
    private final Map<SkipReason, List<String>> examples = new EnumMap<>(SkipReason.class);

    void add(SkipReason reason, String path) {
      counts.merge(reason, 1L, Long::sum);
      List<String> paths = examples.computeIfAbsent(reason, r -> new ArrayList<>(EXAMPLES));
      if (paths.size() < EXAMPLES) {
        paths.add(path);
      }
    }

    /** Takes what comes after. */
    void add(Counter later) {
      later.counts.forEach((reason, count) -> counts.merge(reason, count, Long::sum));
      later.examples.forEach(
          (reason, paths) -> {
            List<String> all = examples.computeIfAbsent(reason, r -> new ArrayList<>(EXAMPLES));
            paths.stream().limit(EXAMPLES - all.size()).forEach(all::add);
          });
    }

    Skipped skipped() {
      Map<SkipReason, Group> groups = new EnumMap<>(SkipReason.class);
      counts.forEach((reason, count) -> groups.put(reason, new Group(count, examples.get(reason))));
      return new Skipped(groups);
    }
  }
}
