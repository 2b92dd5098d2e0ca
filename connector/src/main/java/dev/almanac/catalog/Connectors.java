package dev.almanac.catalog;

import dev.almanac.folders.FoldersConnector;
import dev.almanac.store.Connector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The connectors there are. A new one is a line here. */
final class Connectors {

  private static final Map<String, Connector> ALL =
      List.<Connector>of(new FoldersConnector()).stream()
          .collect(Collectors.toMap(Connector::name, Function.identity()));

  private Connectors() {}

  static Collection<String> names() {
    return ALL.keySet();
  }

  /** One of {@link #names}. */
  static Connector named(String name) {
    return ALL.get(name);
  }
}
