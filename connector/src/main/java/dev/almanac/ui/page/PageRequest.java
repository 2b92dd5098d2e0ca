package dev.almanac.ui.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a browser asked for.
 *
 * @param root what all links of Spark's UI start with, behind a proxy; otherwise empty
 * @param parameters of the link; of one that is repeated, the first
 */
public record PageRequest(String root, Map<String, String> parameters) {

  /** Of the session, where there are several with catalogs. */
  static final String SESSION = "session";

  public PageRequest {
    parameters = Map.copyOf(parameters);
  }

  /** A parameter that has a value. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** A name of several parts; none where it is not given. */
  List<String> name(String parameter) {
    return LinkText.parts(parameter(parameter).orElse(""));
  }

  /** A link to a page of the tab, in the same session. */
  Link to(String page) {
    Link link = new Link(root + "/datasets/" + (page.isEmpty() ? "" : page + "/"), Map.of());
    return parameter(SESSION).map(id -> link.with(SESSION, id)).orElse(link);
  }

  /** A link to Spark's page of a query. */
  String query(long execution) {
    return root + "/SQL/execution/?id=" + execution;
  }
}
