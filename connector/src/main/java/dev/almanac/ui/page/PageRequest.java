package dev.almanac.ui.page;

import dev.almanac.spark.SqlNames;
import java.util.HashMap;
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

  /** A name of several parts, as links have it or as SQL does; none where it is not given. */
  List<String> name(String parameter) {
    String text = parameter(parameter).orElse("");
    return text.contains("`") ? SqlNames.parse(text) : LinkText.parts(text);
  }

  /** The same for another session. */
  PageRequest in(LakeSession session) {
    Map<String, String> other = new HashMap<>(parameters);
    other.remove(SESSION);
    if (!session.standard()) {
      other.put(SESSION, session.id());
    }
    return new PageRequest(root, other);
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
