package dev.almanac.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first line and the headers of an HTTP request or answer. */
public record HttpHead(List<String> lines) {

  static final Charset CHARSET = StandardCharsets.ISO_8859_1;

  /** Empty where the stream ends instead. */
  static Optional<HttpHead> read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int newLines = 0;
    while (newLines < 2) {
      int b = in.read();
      if (b < 0) {
        return Optional.empty();
      }
      bytes.write(b);
      newLines = b == '\n' ? newLines + 1 : b == '\r' ? newLines : 0;
    }
    return Optional.of(
        new HttpHead(bytes.toString(CHARSET).lines().filter(l -> !l.isEmpty()).toList()));
  }

  String firstLine() {
    return lines.get(0);
  }

  byte[] bytes() {
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(CHARSET);
  }

  /** A header's value; the name in lower case. */
  public Optional<String> header(String name) {
    return lines.stream()
        .skip(1)
        .filter(line -> named(line, name))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  HttpHead without(String name) {
    return new HttpHead(lines.stream().filter(line -> !named(line, name)).toList());
  }

  private static boolean named(String line, String name) {
    return line.toLowerCase(Locale.ROOT).startsWith(name + ":");
  }

  /**
   * Copies the body that follows.
   *
   * @param request whether this is a request: without a length, it has no body
   */
  void copyBody(InputStream from, OutputStream to, boolean request) throws IOException {
    if (header("transfer-encoding").orElse("").toLowerCase(Locale.ROOT).contains("chunked")) {
      copyChunks(from, to);
    } else if (header("content-length").isPresent()) {
      copy(from, to, Long.parseLong(header("content-length").get()));
    } else if (!request && !firstLine().contains(" 204") && !firstLine().contains(" 304")) {
      from.transferTo(to);
    }
  }

  private static void copyChunks(InputStream from, OutputStream to) throws IOException {
    long size;
    do {
      String line = copyLine(from, to);
      size = Long.parseLong(line.split(";", -1)[0].strip(), 16);
      copy(from, to, size);
      copyLine(from, to);
    } while (size > 0);
  }

  private static String copyLine(InputStream from, OutputStream to) throws IOException {
    StringBuilder line = new StringBuilder();
    int b = 0;
    while (b != '\n') {
      b = from.read();
      if (b < 0) {
        throw new EOFException();
      }
      to.write(b);
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private static void copy(InputStream from, OutputStream to, long bytes) throws IOException {
    byte[] buffer = new byte[8192];
    long left = bytes;
    while (left > 0) {
      int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException();
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }
}
