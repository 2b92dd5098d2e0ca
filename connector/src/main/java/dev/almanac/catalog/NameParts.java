package dev.almanac.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.catalog.Identifier;

/** The parts of names in a catalog, to and from the form in which Spark has them. */
final class NameParts {

  private NameParts() {}

  static List<String> of(Identifier ident) {
    return concat(List.of(ident.namespace()), List.of(ident.name()));
  }

  static Identifier identifier(List<String> name) {
    int last = name.size() - 1;
    return Identifier.of(name.subList(0, last).toArray(String[]::new), name.get(last));
  }

  static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return both;
  }

  static boolean startsWith(List<String> list, List<String> start) {
    return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
  }

  static int compare(List<String> one, List<String> other) {
    return Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));
  }
}
