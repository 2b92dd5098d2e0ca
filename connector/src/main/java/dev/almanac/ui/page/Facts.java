package dev.almanac.ui.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes facts for programs, which keep their order. */
final class Facts {

  private Facts() {}

  /** Names and values by turns. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return facts;
  }
}
