package dev.almanac.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.api.gax.rpc.WatchdogTimeoutException;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import io.grpc.Status;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the server's errors mean to the user. */
final class ServerErrors {

  private static final Set<Code> PASSING =
      Set.of(
          Code.UNAVAILABLE,
          Code.INTERNAL,
          Code.ABORTED,
          Code.DEADLINE_EXCEEDED,
          Code.RESOURCE_EXHAUSTED);

  private ServerErrors() {}

  /** The client's error in a chain of causes. */
  static Optional<ApiException> in(Throwable error) {
    for (Throwable cause = error; cause != null; cause = AlmanacException.origin(cause)) {
      if (cause instanceof ApiException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  static Code code(ApiException error) {
    return error instanceof WatchdogTimeoutException
        ? Code.DEADLINE_EXCEEDED
        : error.getStatusCode().getCode();
  }

  /** Whether the same request may succeed when it is sent again. */
  static boolean passes(ApiException error) {
    return PASSING.contains(code(error));
  }

  /**
   * Throws the error as one of ours.
   *
   * @param table what was to be read, as users know it
   */
  static RuntimeException of(ApiException error, Connection connection, String table) {
    String text = text(error);
    throw AlmanacException.of(
        Condition.CANNOT_READ_STORE,
        "Cannot read "
            + table
            + " from "
            + connection.store()
            + ": "
            + why(error, text, connection),
        error);
  }

  private static String why(ApiException error, String text, Connection connection) {
    return switch (code(error)) {
      case UNAVAILABLE ->
          "no server answers at "
              + connection.place()
              + said(text)
              + ". Check that it runs and can be reached from this machine, and the keys"
              + " firestore.endpoint and firestore.emulator-host.";
      case NOT_FOUND ->
          "the project "
              + connection.project()
              + " has no database "
              + connection.database()
              + said(text)
              + ". Create it, or set firestore.project-id and firestore.database.";
      case PERMISSION_DENIED ->
          "access is denied"
              + said(text)
              + ". The account needs the role roles/datastore.viewer in project "
              + connection.project()
              + ", or rules that let it read.";
      case UNAUTHENTICATED ->
          "the credentials are refused"
              + said(text)
              + ". Check firestore.key-file, or the machine's application default credentials.";
      case DEADLINE_EXCEEDED ->
          "the server was silent for "
              + connection.timeoutSeconds()
              + " seconds"
              + said(text)
              + ". Try a smaller firestore.page-size, or set a longer"
              + " firestore.timeout-seconds.";
      case RESOURCE_EXHAUSTED ->
          "a quota is used up"
              + said(text)
              + ". Wait, read with fewer firestore.partitions, or raise the project's quota.";
      case FAILED_PRECONDITION, INVALID_ARGUMENT -> precondition(text);
      default ->
          "the server says "
              + code(error).name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + said(text)
              + ".";
    };
  }

  private static String precondition(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("index")) {
      return "the database lacks an index for this query"
          + said(text)
          + ". Create it by the server's link, or set firestore.push-filters = automatic so that"
          + " Spark evaluates what needs one (for sum and avg, firestore.push-aggregates ="
          + " false).";
    }
    if (lower.contains("read_time") || lower.contains("read time") || lower.contains("too old")) {
      return "the database no longer has the versions of that instant"
          + said(text)
          + ". It keeps them for an hour, and with point-in-time recovery for 7 days by whole"
          + " minutes. Name a later instant; for queries that run longer, set firestore.snapshot ="
          + " false.";
    }
    return "the server refuses the request" + said(text) + ".";
  }

  /** What the server says, on one line, without names of classes. */
  private static String text(ApiException error) {
    String text = Optional.ofNullable(Status.fromThrowable(error).getDescription()).orElse("");
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    boolean tells = root.getMessage() != null && root instanceof java.io.IOException;
    String all = tells && !text.contains(root.getMessage()) ? text + " " + root.getMessage() : text;
    return all.replaceAll("\\b[\\w.$]+Exception:?", "")
        .replaceAll("\\s+", " ")
        .replaceFirst("[. ]+$", "")
        .strip();
  }

  private static String said(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
