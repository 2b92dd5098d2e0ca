package dev.almanac.files;

import dev.almanac.AlmanacException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.security.AccessControlException;

/**
 * What goes wrong between a store and its client, told from the client's exception. Clients are not
 * dependencies, so their exceptions are known by name, and by the codes in their messages.
 *
 * <p>None of this says that a file is damaged.
 */
public enum Trouble {
  CHANGED(
      "it changed after the table was loaded",
      "Run the query again.",
      List.of("FileChangedException", "RemoteFileChangedException"),
      List.of("ConditionNotMet")),
  NO_SUCH_BUCKET(
      "there is no such bucket",
      "Check the store's location, and its endpoint.",
      List.of("UnknownStoreException"),
      List.of(
          "NoSuchBucket",
          "The specified bucket does not exist",
          "FilesystemNotFound",
          "The specified filesystem does not exist")),
  BAD_CREDENTIALS(
      "the server does not accept the credentials",
      "Check the store's keys (s3.access-key, s3.secret-key and s3.session-token, or gcs.key-file, or"
          + " hadoop.fs.azure.*), and that they have not expired.",
      List.of(),
      List.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "TokenRefreshRequired",
          "AuthorizationHeaderMalformed",
          "invalid_grant",
          "invalid_client",
          "Invalid Credentials",
          "\", 401, ", // as Azure's client writes it
          "AuthenticationFailed",
          "InvalidAuthenticationInfo",
          "Status Code: 401",
          "\"code\" : 401",
          "401 Unauthorized")),
  NO_CREDENTIALS(
      "there are no credentials",
      "Set s3.access-key and s3.secret-key (or gcs.key-file) for the store, give the client's own"
          + " chain something to find, or set s3.anonymous (gcs.anonymous) = true for public data.",
      List.of("NoAuthWithAWSException", "NoAwsCredentialsException"),
      List.of("Unable to load credentials", "default credentials were not found")),
  DENIED(
      "access is denied",
      "Give the user whose credentials are used the right to list and read it.",
      List.of("AccessDeniedException"),
      List.of("Status Code: 403", "403 Forbidden", "\"code\" : 403", "\", 403, ")),
  UNKNOWN_HOST(
      "the server's name is not known",
      "Check the store's endpoint and location, and the network's name service.",
      List.of(),
      List.of()),
  UNREACHABLE(
      "the server cannot be reached",
      "Check the store's endpoint, and that the server runs and the network lets this machine"
          + " through.",
      List.of("HttpHostConnectException"),
      List.of("Connection refused", "Network is unreachable")),
  TIMED_OUT(
      "the server did not answer in time, also when asked again",
      "Run the query again later, or give it more time (hadoop.fs.s3a.connection.timeout,"
          + " hadoop.fs.gs.http.read-timeout, hadoop.fs.azure.http.read.timeout).",
      List.of("ApiCallTimeoutException", "ApiCallAttemptTimeoutException"),
      List.of("Read timed out", "connect timed out", "Connect timed out")),
  OVERLOADED(
      "the server is overloaded or fails, also when asked again",
      "Run the query again later, or with fewer tasks at a time.",
      List.of("AWSServiceThrottledException", "AWSStatus500Exception"),
      List.of(
          "Status Code: 503",
          "Status Code: 500",
          "Status Code: 429",
          "503 Service Unavailable",
          "\"code\" : 503",
          "\"code\" : 500",
          "\"code\" : 429",
          "500 Internal Server Error",
          "429 Too Many Requests",
          "SlowDown",
          "\", 503, ",
          "\", 500, ",
          "\", 429, ")),
  BROKEN_OFF(
      "the connection broke off, also when made again",
      "Run the query again; if it stays so, see what is between this machine and the server.",
      List.of("NoHttpResponseException", "ConnectionClosedException"),
      List.of(
          "Connection reset",
          "The connection broke off", // our own words
          "Broken pipe",
          "Premature end of Content-Length",
          "Premature end of chunk",
          "Connection closed prematurely",
          "should equal footerSize", // gcs-connector's word for a file that breaks off
          "Unexpected end of file from server",
          "The target server failed to respond",
          "Remote host terminated"));

  private final String reason;
  private final String wayOut;

  @SuppressWarnings("ImmutableEnumChecker") // of List.of()
  private final List<String> names;

  @SuppressWarnings("ImmutableEnumChecker") // likewise
  private final List<String> words;

  Trouble(String reason, String wayOut, List<String> names, List<String> words) {
    this.reason = reason;
    this.wayOut = wayOut;
    this.names = names;
    this.words = words;
  }

  /** Empty where an error has nothing to do with the way to the store. */
  public static Optional<Trouble> of(Throwable error) {
    for (Trouble trouble : values()) { // the most telling first
      int depth = 0;
      for (Throwable e = error; e != null && depth < 50; e = AlmanacException.origin(e), depth++) {
        if (trouble.is(e)) {
          return Optional.of(trouble);
        }
      }
    }
    return Optional.empty();
  }

  private boolean is(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return names.contains(e.getClass().getSimpleName())
        || words.stream().anyMatch(message::contains)
        || switch (this) {
          case DENIED -> e instanceof AccessControlException;
          case UNKNOWN_HOST -> e instanceof UnknownHostException;
          case UNREACHABLE -> e instanceof ConnectException || e instanceof NoRouteToHostException;
          case TIMED_OUT -> e instanceof SocketTimeoutException;
          default -> false;
        };
  }

  /** The rest of a sentence: {@code Cannot list x: <reason>}. */
  public String reason() {
    return reason;
  }

  /** A sentence. */
  public String wayOut() {
    return wayOut;
  }
}
