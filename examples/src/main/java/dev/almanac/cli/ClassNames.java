package dev.almanac.cli;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.Installation;
import dev.almanac.store.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Classes of Almanac's that Spark's configuration names. Of one that is mistyped Spark itself says
 * that it was not found, or, of an extension, nothing but a line in the log.
 */
final class ClassNames {

  private static final List<String> OURS =
      List.of(Installation.EXTENSION, Installation.CATALOG, "dev.almanac.ui.DatasetsPlugin");

  private ClassNames() {}

  /**
   * Looks for mistyped ones.
   *
   * @throws AlmanacException MISCONFIGURED
   */
  static void check(Map<String, String> conf) {
    conf.forEach(
        (key, value) -> {
          if (key.equals("spark.plugins")
              || key.equals("spark.sql.extensions")
              || key.matches("spark\\.sql\\.catalog\\.[^.]+")) {
            for (String name : value.split(",", -1)) {
              meant(name.strip())
                  .ifPresent(
                      right -> {
                        throw AlmanacException.of(
                            Condition.MISCONFIGURED,
                            "%s names %s, and there is no such class (did you mean %s?). Set --conf %s=%s."
                                .formatted(key, name.strip(), right, key, right));
                      });
            }
          }
        });
  }

  /** The class of ours that a name nearly is; empty where it is one, or another's. */
  private static Optional<String> meant(String name) {
    return OURS.contains(name)
        ? Optional.empty()
        : Suggestion.nearest(simple(name), OURS.stream().map(ClassNames::simple).toList())
            .flatMap(near -> OURS.stream().filter(ours -> simple(ours).equals(near)).findFirst());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
