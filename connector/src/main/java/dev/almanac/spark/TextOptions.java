package dev.almanac.spark;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.DataSourceOptions;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.catalyst.csv.CSVOptions$;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JSONOptions$;
import org.apache.spark.sql.catalyst.util.DateFormatter;
import org.apache.spark.sql.catalyst.util.TimestampFormatter;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The options of Spark's readers of text, by name, and what is wrong with a value.
 *
 * <p>Internal: {@link CSVOptions} and {@link JSONOptions}, the only ones to know. They refuse most
 * wrong values, and take a wrong {@code mode} for {@code PERMISSIVE}.
 */
public enum TextOptions {
  CSV(CSVOptions$.MODULE$, List.of()) {
    @Override
    void parse(Map<String, String> options) {
      new CSVOptions(scalaMap(options), true, "UTC", "");
    }
  },
  JSON(JSONOptions$.MODULE$, List.of("maxNestingDepth", "maxNumLen", "maxStringLen")) {
    @Override
    void parse(Map<String, String> options) {
      new JSONOptions(scalaMap(options), "UTC", "");
    }
  };

  private static final List<String> MODES = List.of("PERMISSIVE", "DROPMALFORMED", "FAILFAST");

  /** Formats of dates are looked at by Spark when it reads the first value. */
  private static final Map<String, Consumer<String>> PATTERNS =
      Map.of(
          "dateformat", pattern -> DateFormatter.apply(pattern, true),
          "timestampformat", pattern -> TimestampFormatter.apply(pattern, ZoneId.of("UTC"), true),
          "timestampntzformat",
              pattern -> TimestampFormatter.apply(pattern, ZoneId.of("UTC"), true, true));

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Collection<String> names;

  TextOptions(DataSourceOptions declared, List<String> undeclared) {
    names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(CollectionConverters.asJava(declared.getAllOptions()));
    names.addAll(undeclared);
  }

  /** Without the format's name before them. */
  public Collection<String> names() {
    return names;
  }

  /** Whether there is such an option, in any case of letters. */
  public boolean knows(String name) {
    return names.contains(name);
  }

  /** What is wrong with a value, or what is wanted, as a sentence; empty where nothing is. */
  public Optional<String> problem(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("mode")) {
      return MODES.stream().anyMatch(value::equalsIgnoreCase)
          ? Optional.empty()
          : Optional.of("The valid values are: " + String.join(", ", MODES) + ".");
    }
    try {
      PATTERNS.getOrDefault(lower, pattern -> {}).accept(value);
      parse(Map.of(name, value));
      return Optional.empty();
    } catch (Exception e) { // Spark's are checked ones, thrown unchecked
      return Optional.of("Spark's reader says: " + said(e) + ".");
    }
  }

  /** As {@code spark.read} takes them. */
  abstract void parse(Map<String, String> options);

  private static scala.collection.immutable.Map<String, String> scalaMap(
      Map<String, String> options) {
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(options));
  }

  private static String said(Exception error) {
    String message = String.valueOf(error.getMessage());
    return message.lines().findFirst().orElse(message).replaceFirst("\\.$", "");
  }
}
