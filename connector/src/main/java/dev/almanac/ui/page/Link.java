package dev.almanac.ui.page;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A link under construction.
 *
 * @param page without parameters
 * @param parameters of letters, digits and {@code . - _ ~} only
 */
record Link(String page, Map<String, String> parameters) {

  Link with(String parameter, String value) {
    Map<String, String> more = new TreeMap<>(parameters);
    more.put(parameter, value);
    return new Link(page, more);
  }

  Link with(String parameter, List<String> name) {
    return with(parameter, LinkText.of(name));
  }

  /** As an element. */
  Html.Element text(String text) {
    return Html.link(toString(), text);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(page);
    char before = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      text.append(before).append(parameter.getKey()).append('=').append(parameter.getValue());
      before = '&';
    }
    return text.toString();
  }
}
