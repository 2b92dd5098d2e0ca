package dev.almanac.mongodb;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoQueryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoSocketWriteException;
import com.mongodb.MongoTimeoutException;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what the driver throws into errors that name the store and the way out. The driver's own
 * messages show whole commands and the state of a cluster; only their essence is kept.
 *
 * @param store the store, for messages
 * @param place where it is, without anything secret
 * @param patience how long a server is looked for, in words
 */
record MongoErrors(String store, String place, String patience) implements Serializable {

  private static final int UNAUTHORIZED = 13;
  private static final int AUTHENTICATION_FAILED = 18;

  /**
   * What servers that speak MongoDB's protocol answer to what they do not have: command not found,
   * not supported, not implemented, feature or stage not supported, unknown stage.
   */
  private static final Set<Integer> LACKING = Set.of(59, 115, 238, 303, 304, 40324);

  private static final Pattern CAUSE = Pattern.compile("caused by \\{[\\w.$]+: ([^{}]*)\\}");

  static MongoErrors of(MongoSettings settings) {
    return new MongoErrors(settings.store().toString(), settings.place(), settings.patience());
  }

  /**
   * Does something with the server.
   *
   * @param what for messages: what cannot be done if it fails, such as {@code read
   *     lake.shop.orders}
   */
  <T> T translating(String what, Supplier<T> action) {
    try {
      return action.get();
    } catch (RuntimeException e) {
      throw cannot(what, e);
    }
  }

  /** Throws the error; the declared result lets callers write {@code throw}. */
  RuntimeException cannot(String what, RuntimeException error) {
    if (error instanceof MongoInterruptedException) {
      throw error; // the task is being killed
    }
    Optional<MongoException> found = find(error);
    if (found.isEmpty()) {
      throw error;
    }
    throw AlmanacException.of(
        Condition.CANNOT_READ_STORE,
        "Cannot " + what + " in " + store + " (" + place + "): " + reason(found.get()),
        error);
  }

  /** Whether the server knows the user, and does not let it do what was asked. */
  static boolean isRefused(RuntimeException error) {
    return find(error).map(found -> found.getCode() == UNAUTHORIZED).orElse(false);
  }

  /** Whether it is the server that does not have what was asked for. */
  static boolean isLacking(RuntimeException error) {
    return find(error).map(found -> LACKING.contains(found.getCode())).orElse(false);
  }

  private String reason(MongoException error) {
    int code = error.getCode();
    if (error instanceof MongoSecurityException || code == AUTHENTICATION_FAILED) {
      return "the server refused the credentials. Check user, password and authSource in the"
          + " store's mongodb.uri.";
    }
    if (error instanceof MongoSocketReadTimeoutException) {
      return "the server was silent for longer than socketTimeoutMS. Set"
          + " mongodb.options.socketTimeoutMS higher, or read less.";
    }
    if (error instanceof MongoSocketReadException || error instanceof MongoSocketWriteException) {
      return "the connection broke off ("
          + message(error)
          + "). Run the query again; if it stays so, the server's log has the reason.";
    }
    if (error instanceof MongoTimeoutException || error instanceof MongoSocketException) {
      return "no server answered within "
          + patience
          + cause(error).map(cause -> " (" + cause + ")").orElse("")
          + ". Check the host and port of its location or mongodb.uri, and that the server is up;"
          + " mongodb.options.serverSelectionTimeoutMS sets how long to wait.";
    }
    if (code == UNAUTHORIZED) {
      return "its user may not do that ("
          + message(error)
          + "). Grant it the role read on the database.";
    }
    if (error instanceof MongoClientException) {
      return "the driver cannot connect: " + message(error) + ".";
    }
    return "the server answered: " + message(error) + ".";
  }

  /** The cause as the driver tells it, within the state of the cluster. */
  private static Optional<String> cause(MongoException error) {
    Matcher matcher = CAUSE.matcher(String.valueOf(error.getMessage()));
    String found = "";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found.isBlank() ? Optional.empty() : Optional.of(found);
  }

  private static String message(MongoException error) {
    String message = String.valueOf(error.getMessage());
    if (error instanceof MongoCommandException command) {
      message = command.getErrorCodeName() + ": " + command.getErrorMessage();
    } else if (error instanceof MongoQueryException query) {
      message = query.getErrorMessage();
    }
    String line = message.lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  private static Optional<MongoException> find(Throwable error) {
    for (Throwable cause = error; cause != null; cause = AlmanacException.origin(cause)) {
      if (cause instanceof MongoException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
