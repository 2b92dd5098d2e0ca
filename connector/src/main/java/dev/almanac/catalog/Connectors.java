package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.folders.FoldersConnector;
import dev.almanac.mongodb.MongoConnector;
import dev.almanac.store.Connector;
import dev.almanac.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connectors there are. A new one is a line here; one with a jar of its own, because of the
 * client that it needs, registers itself as a service and has a line in {@link #OPTIONAL}.
 */
final class Connectors {

  private static final Map<String, Connector> BUILT_IN =
      List.<Connector>of(new FoldersConnector(), new MongoConnector()).stream()
          .collect(Collectors.toMap(Connector::name, Function.identity()));

  /** Connectors that have a jar of their own, and the jar's artifact. */
  private static final Map<String, String> OPTIONAL = Map.of("firestore", "almanac-firestore");

  private Connectors() {}

  /** All that the option {@code connector} takes, whether its jar is there or not. */
  static Collection<String> names() {
    Collection<String> names = new TreeSet<>(BUILT_IN.keySet());
    names.addAll(OPTIONAL.keySet());
    services().map(Connector::name).forEach(names::add);
    return names;
  }

  /**
   * The connector that a store asks for.
   *
   * @param store whose connector is one of {@link #names}
   * @throws AlmanacException MISSING_CLIENT where its jar is not on Spark's class path
   */
  static Connector of(Store store) {
    return find(store.connector()).orElseThrow(() -> missing(store));
  }

  /**
   * What its connector has to say against a store. Where the connector's jar is missing, that is
   * said when the store is used: it may still be added.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  static void check(Store store) {
    find(store.connector()).ifPresent(connector -> connector.check(store));
  }

  private static Optional<Connector> find(String name) {
    return Optional.ofNullable(BUILT_IN.get(name))
        .or(() -> services().filter(found -> found.name().equals(name)).findFirst());
  }

  /** From the jars beside ours, and those that were added to the session later. */
  private static Stream<Connector> services() {
    return Stream.of(
            Connectors.class.getClassLoader(), Thread.currentThread().getContextClassLoader())
        .distinct()
        .flatMap(loader -> ServiceLoader.load(Connector.class, loader).stream())
        .map(ServiceLoader.Provider::get);
  }

  private static RuntimeException missing(Store store) {
    String artifact = OPTIONAL.get(store.connector());
    String version =
        Optional.ofNullable(Connectors.class.getPackage().getImplementationVersion())
            .orElse("<version>");
    throw AlmanacException.of(
        Condition.MISSING_CLIENT,
        "Cannot open "
            + store
            + ": its connector "
            + store.connector()
            + " is a jar of its own that is not on Spark's class path. Start Spark with --jars "
            + artifact
            + "-"
            + version
            + "-shaded.jar beside Almanac's bundle.");
  }
}
