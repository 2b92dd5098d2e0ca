package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.store.Option.Scope;
import java.util.Arrays;
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
    return find(name, scopes).orElseThrow(() -> UnknownKey.of(name, place, scopes));
  }

  /**
   * Checks a store's value that stood elsewhere, now that it is known.
   *
   * @param place the key as the user wrote it, for the message
   * @throws AlmanacException INVALID_OPTION
   */
  public static void check(String name, String place, String value) {
    of(name, place, Scope.STORE).check(name, place, value);
  }

  /** Whether an option of a store has this key. */
  public static boolean isOfStore(String name) {
    return find(name, Scope.STORE).isPresent();
  }

  /** All options that start with a text. */
  public static Stream<Option> startingWith(String start) {
    return all().stream().filter(option -> option.key().startsWith(start));
  }
}
