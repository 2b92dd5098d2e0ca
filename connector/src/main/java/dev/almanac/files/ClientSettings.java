package dev.almanac.files;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * What a store's options come to as Hadoop settings, for one file system client.
 *
 * @param set settings and their values
 * @param defaults settings for where neither the store nor the session says anything
 * @param unset settings of the session that would outweigh the store's
 */
record ClientSettings(Map<String, String> set, Map<String, String> defaults, Set<String> unset) {

  ClientSettings {
    set = Map.copyOf(set);
    defaults = Map.copyOf(defaults);
    unset = Set.copyOf(unset);
  }

  void applyTo(Configuration hadoop) {
    unset.forEach(hadoop::unset);
    set.forEach(hadoop::set);
    defaults.forEach(hadoop::setIfUnset);
  }

  /** Names of settings only: values may be secrets. */
  @Override
  public String toString() {
    return set.keySet() + " by default " + defaults.keySet() + " without " + unset;
  }

  /** Collects settings. */
  static final class Builder {

    private final Map<String, String> set = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Set<String> unset = new LinkedHashSet<>();

    void set(String key, String value) {
      set.put(key, value);
    }

    void byDefault(String key, String value) {
      defaults.put(key, value);
    }

    void unset(String key) {
      unset.add(key);
    }

    ClientSettings build() {
      return new ClientSettings(set, defaults, unset);
    }
  }
}
