package dev.almanac.stores;

import java.util.Optional;

/** What tests are told about services that are there already. */
final class Environment {

  private Environment() {}

  static String variable(String name) {
    return Optional.ofNullable(System.getenv(name))
        .orElseThrow(() -> new IllegalStateException("Set " + name + " too"));
  }

  static String variable(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
  }
}
