package dev.almanac.sql;

import java.util.List;
import java.util.Optional;

/**
 * The name of a table with its version as a last part, as which it passes through Spark's parser in
 * statements that know no time travel.
 *
 * @param table the table's own name
 * @param version the version string
 */
public record DescribedName(List<String> table, String version) {

  /** Begins with a character that is no part of any name that a user writes. */
  private static final String MARK = "\u0001FOR ";

  static String mark(String version) {
    return MARK + version;
  }

  /** Takes a name apart, if it has a version. */
  public static Optional<DescribedName> of(List<String> parts) {
    return parts.stream()
        .filter(part -> part.startsWith(MARK))
        .map(
            mark ->
                new DescribedName(
                    parts.stream().filter(part -> !part.equals(mark)).toList(),
                    mark.substring(MARK.length())))
        .findFirst();
  }
}
