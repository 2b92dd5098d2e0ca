package dev.almanac.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TroubleTest {

  /** As the client of this name says it. */
  private static final class RemoteFileChangedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  static Stream<Arguments> known() {
    return Stream.of(
        Arguments.of(Trouble.CHANGED, new FileChangedException(1, 2, 3, 4)),
        Arguments.of(Trouble.CHANGED, new RemoteFileChangedException()),
        Arguments.of(
            Trouble.BAD_CREDENTIALS,
            new AccessDeniedException("s3a://b", null, "(Status Code: 403):SignatureDoesNotMatch")),
        Arguments.of(
            Trouble.DENIED,
            new AccessDeniedException("s3a://b", null, "(Status Code: 403):AccessDenied")),
        Arguments.of(Trouble.DENIED, new AccessControlException("no")),
        Arguments.of(Trouble.DENIED, new IOException("403 Forbidden\nGET http://x")),
        Arguments.of(Trouble.UNKNOWN_HOST, new IOException(new UnknownHostException("minio"))),
        Arguments.of(Trouble.UNREACHABLE, new RuntimeException(new ConnectException("refused"))),
        Arguments.of(Trouble.TIMED_OUT, new IOException(new SocketTimeoutException("Read timed"))),
        Arguments.of(Trouble.OVERLOADED, new IOException("(Service: S3, Status Code: 503)")),
        Arguments.of(Trouble.BROKEN_OFF, new IOException("Connection reset by peer")));
  }

  @ParameterizedTest
  @MethodSource("known")
  void isToldFromTheChainOfCauses(Trouble trouble, Throwable error) {
    assertThat(Trouble.of(error)).contains(trouble);
    assertThat(Trouble.of(new RuntimeException("around", error))).contains(trouble);
  }

  static Stream<Throwable> others() {
    return Stream.of(
        new EOFException("Premature EOF"),
        new FileNotFoundException("x"),
        new IOException("is not a Parquet file"),
        new RuntimeException());
  }

  @ParameterizedTest
  @MethodSource("others")
  void damageIsNone(Throwable error) {
    assertThat(Trouble.of(error)).isEmpty();
  }

  @Test
  void aCircleOfCausesEnds() {
    Exception one = new Exception("one");
    one.initCause(new Exception("two", one));

    assertThat(Trouble.of(one)).isEmpty();
  }
}
