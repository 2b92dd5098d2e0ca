package dev.almanac.wire;

/** What a {@link FaultyProxy} does to an answer. */
public sealed interface Fault {

  /** Answers itself, without asking the server. */
  record Answer(int status, String contentType, String body) implements Fault {}

  /** Passes so many bytes of the body on, then closes the connection. */
  record Cut(long bytes) implements Fault {}

  /** Closes the connection with a reset, without an answer. */
  record Reset() implements Fault {}

  /** Waits before it asks the server. */
  record Delay(long milliseconds) implements Fault {}

  /** Passes the body on in small pieces, with a pause after each. */
  record Drip(int bytes, long milliseconds) implements Fault {}

  /** An error as S3 says it. */
  static Fault xml(int status, String code) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>made for a"
            + " test</Message><RequestId>1</RequestId></Error>";
    return new Answer(status, "application/xml", body.formatted(code));
  }

  /** An error as Google's JSON APIs say it. */
  static Fault json(int status, String reason) {
    String body =
        "{\"error\":{\"code\":%d,\"message\":\"made for a test\",\"errors\":[{\"domain\":\"global\","
            + "\"reason\":\"%s\",\"message\":\"made for a test\"}]}}";
    return new Answer(status, "application/json", body.formatted(status, reason));
  }

  /** An error as Azure's storage says it. */
  static Fault azure(int status, String code) {
    String body = "{\"error\":{\"code\":\"%s\",\"message\":\"made for a test\"}}";
    return new Answer(status, "application/json", body.formatted(code));
  }
}
