package dev.almanac.mongodb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A connection string, taken apart as text: what is wrong with one must be said without showing it.
 *
 * @param uri {@code mongodb://user:secret@host/database?option=value}
 */
record ConnectionText(String uri) {

  static final String SHOWN_FOR_SECRETS = "***";

  boolean hasScheme() {
    return uri.startsWith("mongodb://") || uri.startsWith("mongodb+srv://");
  }

  /** The database in the path; empty where there is none. */
  Optional<String> database() {
    String path = path();
    int dot = path.indexOf('.');
    String database = dot < 0 ? path : path.substring(0, dot);
    return database.isEmpty() ? Optional.empty() : Optional.of(database);
  }

  /** Without user, secret and options. */
  String printed() {
    String path = path();
    return scheme() + hosts() + (path.isEmpty() ? "" : "/" + path);
  }

  /** With more options, where they are not there already; their values are as users mean them. */
  String with(Map<String, String> options) {
    StringBuilder text = new StringBuilder(uri);
    int question = uri.indexOf('?');
    if (question < 0 && uri.indexOf('/', authorityStart()) < 0) {
      text.append('/');
    }
    String present = question < 0 ? "" : uri.substring(question).toLowerCase(Locale.ROOT);
    boolean first = question < 0;
    for (Map.Entry<String, String> option : options.entrySet()) {
      String key = option.getKey().toLowerCase(Locale.ROOT) + "=";
      if (!present.contains("?" + key) && !present.contains("&" + key)) {
        text.append(first ? '?' : '&').append(option.getKey()).append('=');
        text.append(URLEncoder.encode(option.getValue(), StandardCharsets.UTF_8));
        first = false;
      }
    }
    return text.toString();
  }

  /** A message without anything secret of this connection. */
  String scrub(String message) {
    String user = userInfo();
    String clean = message.replace(uri, printed());
    if (!user.isEmpty()) {
      clean = clean.replace(user, SHOWN_FOR_SECRETS);
      int colon = user.indexOf(':');
      String secret = colon < 0 ? "" : user.substring(colon + 1);
      if (!secret.isEmpty()) {
        clean = clean.replace(secret, SHOWN_FOR_SECRETS);
      }
    }
    return clean;
  }

  private String scheme() {
    int start = uri.indexOf("://");
    return start < 0 ? "" : uri.substring(0, start + 3);
  }

  private String rest() {
    String rest = uri.substring(scheme().length());
    int question = rest.indexOf('?', rest.lastIndexOf('@') < 0 ? 0 : rest.lastIndexOf('@'));
    return question < 0 ? rest : rest.substring(0, question);
  }

  private String userInfo() {
    String rest = rest();
    int at = rest.lastIndexOf('@');
    return at < 0 ? "" : rest.substring(0, at);
  }

  private int authorityStart() {
    return Math.max(scheme().length(), uri.lastIndexOf('@') + 1);
  }

  private String hosts() {
    String rest = rest().substring(userInfo().isEmpty() ? 0 : userInfo().length() + 1);
    return rest.split("/", 2)[0];
  }

  private String path() {
    String rest = rest().substring(userInfo().isEmpty() ? 0 : userInfo().length() + 1);
    String[] parts = rest.split("/", 2);
    return parts.length < 2 ? "" : parts[1];
  }
}
