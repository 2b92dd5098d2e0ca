package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.TextOptions;
import dev.almanac.store.Option.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What to say of a key that is none: where it belongs, what was likely meant, what there is. */
final class UnknownKey {

  private static final List<String> TIME_TRAVEL = List.of("versionAsOf", "timestampAsOf");

  private UnknownKey() {}

  /**
   * Throws the error.
   *
   * @param name the key
   * @param place the key as the user wrote it
   * @param scopes where it may stand
   */
  static RuntimeException of(String name, String place, Scope... scopes) {
    List<Scope> allowed = Arrays.asList(scopes);
    List<String> keys =
        Options.all().stream()
            .filter(option -> allowed.contains(option.scope()))
            .map(Option::key)
            .toList();
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "Unknown option "
            + place
            + elsewhere(name, allowed)
                .orElseGet(
                    () ->
                        meant(name, keys, allowed)
                            + ". The valid keys are: "
                            + String.join(", ", listed(name, keys))
                            + "."));
  }

  /** Of a key that is one, and stands where it is none. */
  private static Optional<String> elsewhere(String name, List<Scope> allowed) {
    if (allowed.contains(Scope.READ) && TIME_TRAVEL.stream().anyMatch(name::equalsIgnoreCase)) {
      return Optional.of(
          ": it is for tables of a catalog. What is read without a catalog takes the option dates,"
              + " such as LATEST, 2022-05-01 or LAST 7 DAYS.");
    }
    return Options.find(name, Scope.CATALOG, Scope.READ)
        .map(
            option ->
                switch (option.scope()) {
                  case CATALOG ->
                      ": it is a key of a whole catalog, spark.sql.catalog.<catalog>."
                          + option
                          + (allowed.contains(Scope.READ)
                              ? ". Leave it out where nothing of a catalog is read."
                              : ". Set that instead.");
                  default ->
                      ": it is an option of spark.read.format(\"almanac\") only."
                          + (option.equals(ReadOptions.DATES)
                              ? " In SQL, write FOR and the dates behind a table's name; for"
                                  + " queries without a clause, set default-dates."
                              : " In SQL, name the table in full.");
                });
  }

  private static String meant(String name, List<String> keys, List<Scope> allowed) {
    return ofHadoop(name)
        .or(() -> Suggestion.nearest(name, keys))
        .or(() -> keys.stream().filter((name + ".*")::equalsIgnoreCase).findFirst())
        .or(() -> allowed.contains(Scope.CATALOG) ? withoutStore(name, keys) : Optional.empty())
        .or(() -> withoutFamily(name, keys))
        .map(key -> " (did you mean " + key + "?)")
        .orElse("");
  }

  /** For {@code sales.location} and {@code stor.sales.location}: {@code store.sales.location}. */
  private static Optional<String> withoutStore(String name, List<String> keys) {
    String[] parts = name.split("\\.", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    boolean mistyped = Suggestion.nearest(parts[0], List.of("store")).isPresent();
    String last = name.substring(name.lastIndexOf('.') + 1);
    return keys.stream()
        .filter(last::equalsIgnoreCase)
        .findFirst()
        .map(key -> "store." + (mistyped ? parts[1] : name));
  }

  private static Optional<String> ofHadoop(String name) {
    return name.startsWith("fs.")
        ? Optional.of(FileOptions.HADOOP.start() + name)
        : Optional.empty();
  }

  /** For {@code access-key} and {@code header}: with what is before it. */
  private static Optional<String> withoutFamily(String name, List<String> keys) {
    Stream<String> ends =
        keys.stream().filter(key -> key.length() > name.length() && key.endsWith("." + name));
    Stream<String> ofReaders =
        Stream.of(
                TextOptions.CSV.knows(name) ? FormatOptions.CSV : null,
                TextOptions.JSON.knows(name) ? FormatOptions.JSON : null)
            .flatMap(Stream::ofNullable)
            .map(option -> option.start() + name);
    List<String> found = Stream.concat(ends, ofReaders).toList();
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", found));
  }

  /** The keys of the same family, or those without one and the families' names. */
  private static Collection<String> listed(String name, List<String> keys) {
    List<String> family =
        keys.stream()
            .filter(key -> key.contains(".") && family(key).equalsIgnoreCase(family(name)))
            .toList();
    if (!family.isEmpty()) {
      return family;
    }
    Collection<String> listed = new LinkedHashSet<>();
    keys.forEach(key -> listed.add(key.contains(".") ? family(key) + ".*" : key));
    return listed;
  }

  private static String family(String key) {
    return key.substring(0, Math.max(0, key.indexOf('.')));
  }
}
