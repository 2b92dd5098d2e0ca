package dev.almanac;

import dev.almanac.store.Suggestion;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How Almanac was put into Spark, and the lines that are missing where it was not done right. */
public final class Installation {

  /** What {@code spark.sql.extensions} names. */
  public static final String EXTENSION = "dev.almanac.AlmanacExtensions";

  /** What {@code spark.sql.catalog.<name>} names. */
  public static final String CATALOG = "dev.almanac.catalog.AlmanacCatalog";

  /** The way out of a session without the extension. */
  public static final String ADD_EXTENSION =
      "Start Spark with --conf spark.sql.extensions="
          + EXTENSION
          + " (behind a comma where other extensions are named).";

  private static final String SIMPLE_NAME = "AlmanacExtensions";
  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
  private static final AtomicBoolean LOOKED = new AtomicBoolean();
  private static final String SPARK = "4.1.";
  private static final String SCALA = "2.13.";

  private Installation() {}

  /**
   * The way out of a session without the extension, where it may have been meant to have it.
   *
   * @param named what the session has as {@code spark.sql.extensions}
   */
  public static String addExtension(String named) {
    for (String name : named.split(",", -1)) {
      String simple = name.strip().substring(name.strip().lastIndexOf('.') + 1);
      if (name.strip().equals(EXTENSION)) {
        return "spark.sql.extensions names it, and its jar was not on Spark's class path when the"
            + " session was started: start Spark with it on --jars.";
      } else if (Suggestion.nearest(simple, List.of(SIMPLE_NAME)).isPresent()) {
        return "spark.sql.extensions names %s, and there is no such class (did you mean %s?). %s"
            .formatted(name.strip(), EXTENSION, ADD_EXTENSION);
      }
    }
    return ADD_EXTENSION;
  }

  /** The way out of a session without a catalog of this name. */
  public static String addCatalog(String name) {
    return "Start Spark with --conf spark.sql.catalog.%1$s=%2$s --conf spark.sql.catalog.%1$s.location=<folder>."
        .formatted(name, CATALOG);
  }

  /**
   * Looks at the Spark that runs, and once at the class path.
   *
   * @throws IllegalStateException where Almanac cannot work in it: not an {@link AlmanacException},
   *     whose own base class differs between versions of Spark
   */
  public static void check() {
    versionProblem(
            org.apache.spark.package$.MODULE$.SPARK_VERSION(),
            scala.util.Properties$.MODULE$.versionNumberString())
        .ifPresent(
            problem -> {
              throw new IllegalStateException(problem);
            });
    if (LOOKED.compareAndSet(false, true)) {
      doubled(places(Thread.currentThread().getContextClassLoader())).ifPresent(LOG::warn);
    }
  }

  /** Whether this Spark is one that Almanac works in. */
  public static boolean fits() {
    return versionProblem(
            org.apache.spark.package$.MODULE$.SPARK_VERSION(),
            scala.util.Properties$.MODULE$.versionNumberString())
        .isEmpty();
  }

  /**
   * What is wrong with the versions, as a message; empty where nothing is.
   *
   * @param spark such as {@code 4.1.1}
   * @param scala such as {@code 2.13.17}
   */
  static Optional<String> versionProblem(String spark, String scala) {
    if (spark.startsWith(SPARK) && scala.startsWith(SCALA)) {
      return Optional.empty();
    }
    return Optional.of(
        "[%s] Cannot use Almanac in Spark %s with Scala %s: this build of it is for Spark 4.1 with Scala 2.13. Start a Spark of that version, or take the jar and the spark.sql.extensions and spark.sql.catalog lines out. SQLSTATE: %s"
            .formatted(
                Condition.MISCONFIGURED.id(), spark, scala, Condition.MISCONFIGURED.sqlState()));
  }

  /** Where this class is, as often as it is there. */
  static Set<String> places(ClassLoader loader) {
    String name = Installation.class.getName().replace('.', '/') + ".class";
    Set<String> places = new LinkedHashSet<>();
    try {
      List<URL> found = Collections.list(loader.getResources(name));
      found.forEach(url -> places.add(place(url.toString(), name)));
    } catch (IOException e) {
      LOG.debug("The class path cannot be searched.", e);
    }
    return places;
  }

  private static String place(String url, String name) {
    return url.replace(name, "").replaceFirst("^jar:", "").replaceFirst("!?/$", "");
  }

  /** What to say where Almanac is on the class path more than once. */
  static Optional<String> doubled(Set<String> places) {
    return places.size() < 2
        ? Optional.empty()
        : Optional.of(
            "Almanac is on Spark's class path "
                + places.size()
                + " times: "
                + String.join(", ", places)
                + ". Which of them runs is for the class loader to say. Leave one, in spark.jars (--jars) or in Spark's folder jars, and take the others away.");
  }
}
