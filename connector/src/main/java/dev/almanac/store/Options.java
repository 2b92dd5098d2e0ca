package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Option.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All configuration keys there are. */
public final class Options {

  /**
   * Keys that belong together.
   *
   * @param title for the documentation
   * @param options in the order of the documentation
   */
  public record Section(String title, List<Option> options) {

    public Section {
      options = List.copyOf(options);
    }
  }

  private static final List<Section> SECTIONS =
      List.of(
          new Section("Where a store is, and how it is read", DatasetOptions.all()),
          new Section("Formats", FormatOptions.all()),
          new Section("Clients of file systems", FileOptions.all()),
          new Section("MongoDB", MongoOptions.all()),
          new Section("Firestore", FirestoreOptions.all()),
          new Section("Keys of a catalog", CatalogOptions.all()),
          new Section("Options of a read without a catalog", ReadOptions.all()));

  private Options() {}

  /** In the order of the documentation. */
  public static List<Section> sections() {
    return SECTIONS;
  }

  /** All of them, in the order of the documentation. */
  public static List<Option> all() {
    return SECTIONS.stream().flatMap(section -> section.options().stream()).toList();
  }

  /** The option of a key, if there is one in these scopes. */
  static Optional<Option> find(String name, Scope... scopes) {
    List<Scope> allowed = Arrays.asList(scopes);
    return all().stream()
        .filter(option -> allowed.contains(option.scope()) && option.matches(name))
        .findFirst();
  }

  /**
   * The option of a key.
   *
   * @param place the key as the user wrote it, for the message
   * @throws AlmanacException INVALID_OPTION that names the likeliest meant, and lists the keys
   */
  static Option of(String name, String place, Scope... scopes) {
    return find(name, scopes).orElseThrow(() -> unknown(name, place, scopes));
  }

  /**
   * Checks a store's value that stood elsewhere, now that it is known.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  public static void check(String name, String value) {
    of(name, name, Scope.STORE).check(name, name, value);
  }

  private static RuntimeException unknown(String name, String place, Scope... scopes) {
    List<Scope> allowed = Arrays.asList(scopes);
    List<String> keys =
        all().stream().filter(option -> allowed.contains(option.scope())).map(Option::key).toList();
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "Unknown option "
            + place
            + meant(name, keys)
            + ". The valid keys are: "
            + String.join(", ", listed(name, keys))
            + ".");
  }

  private static String meant(String name, List<String> keys) {
    return Suggestion.nearest(name, keys)
        .or(() -> keys.stream().filter((name + ".*")::equalsIgnoreCase).findFirst())
        .or(() -> withoutStore(name, keys))
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

  /** Whether an option of a store has this key. */
  static boolean isOfStore(String name) {
    return find(name, Scope.STORE).isPresent();
  }

  /** All options that start with a text. */
  public static Stream<Option> startingWith(String start) {
    return all().stream().filter(option -> option.key().startsWith(start));
  }
}
