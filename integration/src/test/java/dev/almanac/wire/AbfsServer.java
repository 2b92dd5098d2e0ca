package dev.almanac.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of what readers need of Azure Data Lake Storage (with a hierarchical namespace), in
 * memory: listings of a folder with pages, properties of a path, and bytes by range and ETag, for
 * those who come with the right signature. See <a
 * href="https://learn.microsoft.com/rest/api/storageservices/datalakestoragegen2/path">its
 * reference</a>.
 */
public final class AbfsServer implements AutoCloseable {

  private static final int MOST_RESULTS = 1000;
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

  /** A file, or the mark of a folder. Its ETag is the number of the change that made it. */
  private static final class Content {

    private final byte[] bytes;
    private final long number;
    private final Instant modified;

    Content(byte[] bytes, long number, Instant modified) {
      this.bytes = bytes;
      this.number = number;
      this.modified = modified;
    }

    String etag() {
      return "0x%X".formatted(number);
    }

    /** As in headers, of which it is the only format. */
    String lastModified() {
      return DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC));
    }
  }

  /** What a request is answered with instead. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    Refused(int status, String code) {
      super(code);
      this.status = status;
      this.code = code;
    }
  }

  private final HttpServer server;
  private final String signature;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "abfs-server");
            thread.setDaemon(true);
            return thread;
          });
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, NavigableMap<String, Content>> containers = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong(0x8DC0000000L);

  /**
   * Starts a server.
   *
   * @param signature what a request has to have as {@code sig}, the secret of a shared access
   *     signature
   */
  public AbfsServer(String signature) {
    this.signature = signature;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public void createContainer(String container) {
    containers.put(container, new ConcurrentSkipListMap<>());
  }

  /** Puts a file, and the folders it is in; of a name that ends in a slash, a folder. */
  public void put(String container, String path, byte[] content) {
    NavigableMap<String, Content> paths = containers.get(container);
    Content made =
        new Content(
            content, changes.incrementAndGet(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      paths.putIfAbsent(path.substring(0, at + 1), made);
    }
    paths.put(path, made);
  }

  public void delete(String container, String path) {
    containers.get(container).remove(path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange);
      } catch (Refused e) {
        exchange.getResponseHeaders().set("x-ms-error-code", e.code);
        sendJson(
            exchange, e.status, Map.of("error", Map.of("code", e.code, "message", e.getMessage())));
      }
    }
  }

  /** Paths start with the account, as they do where the host name does not tell it. */
  private void answer(HttpExchange exchange) throws IOException, Refused {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (!signature.equals(query.get("sig"))) {
      throw new Refused(403, "AuthenticationFailed");
    }
    List<String> path =
        Arrays.stream(exchange.getRequestURI().getRawPath().split("/", -1))
            .skip(2)
            .map(AbfsServer::decoded)
            .toList();
    NavigableMap<String, Content> paths = containers.get(path.get(0));
    if (paths == null) {
      throw new Refused(404, "FilesystemNotFound");
    }
    String name = String.join("/", path.subList(1, path.size()));
    switch (exchange.getRequestMethod()) {
      case "HEAD" -> sendProperties(exchange, paths, name);
      case "GET" -> {
        if ("filesystem".equals(query.get("resource"))) {
          list(exchange, paths, query);
        } else {
          sendBytes(exchange, content(paths, name));
        }
      }
      default -> throw new Refused(405, "UnsupportedHttpVerb");
    }
  }

  private static Content content(NavigableMap<String, Content> paths, String name) throws Refused {
    return Optional.ofNullable(paths.get(name)).orElseThrow(() -> new Refused(404, "PathNotFound"));
  }

  private static void sendProperties(
      HttpExchange exchange, NavigableMap<String, Content> paths, String name)
      throws IOException, Refused {
    boolean root = name.isEmpty();
    boolean folder = root || paths.containsKey(name + "/");
    Content content =
        root
            ? new Content(new byte[0], 1, Instant.EPOCH)
            : content(paths, folder ? name + "/" : name);
    describe(exchange, content, folder ? "directory" : "file");
    exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.bytes.length));
    exchange.sendResponseHeaders(200, -1);
  }

  private static void describe(HttpExchange exchange, Content content, String type) {
    exchange.getResponseHeaders().set("ETag", '"' + content.etag() + '"');
    exchange.getResponseHeaders().set("Last-Modified", content.lastModified());
    exchange.getResponseHeaders().set("x-ms-resource-type", type);
    exchange.getResponseHeaders().set("x-ms-owner", "owner");
    exchange.getResponseHeaders().set("x-ms-group", "group");
    exchange.getResponseHeaders().set("x-ms-permissions", "rwxr-x---");
  }

  /** The paths directly in a folder, or all below it. */
  private void list(
      HttpExchange exchange, NavigableMap<String, Content> paths, Map<String, String> query)
      throws IOException, Refused {
    String directory = query.getOrDefault("directory", "").replaceAll("^/+|/+$", "");
    String prefix = directory.isEmpty() ? "" : directory + "/";
    if (!prefix.isEmpty() && !paths.containsKey(prefix)) {
      throw new Refused(404, "PathNotFound");
    }
    boolean all = Boolean.parseBoolean(query.get("recursive"));
    int most = Math.min(MOST_RESULTS, Integer.parseInt(query.getOrDefault("maxResults", "5000")));
    List<Map<String, Object>> found = new ArrayList<>();
    for (Map.Entry<String, Content> entry :
        paths.tailMap(query.getOrDefault("continuation", prefix), false).entrySet()) {
      String name = entry.getKey();
      if (!name.startsWith(prefix)) {
        break;
      }
      boolean folder = name.endsWith("/");
      String own = name.substring(0, name.length() - (folder ? 1 : 0));
      if (!all && own.indexOf('/', prefix.length()) >= 0) {
        continue;
      }
      if (found.size() == most) {
        exchange.getResponseHeaders().set("x-ms-continuation", before(paths, name));
        break;
      }
      found.add(described(own, folder, entry.getValue()));
    }
    sendJson(exchange, 200, Map.of("paths", found));
  }

  private static String before(NavigableMap<String, Content> paths, String name) {
    return paths.lowerKey(name);
  }

  private static Map<String, Object> described(String name, boolean folder, Content content) {
    Map<String, Object> path = new LinkedHashMap<>();
    path.put("name", name);
    path.put("lastModified", content.lastModified());
    path.put("etag", content.etag());
    path.put("contentLength", String.valueOf(content.bytes.length));
    if (folder) {
      path.put("isDirectory", "true");
    }
    path.put("owner", "owner");
    path.put("group", "group");
    path.put("permissions", "rwxr-x---");
    return path;
  }

  private static void sendBytes(HttpExchange exchange, Content content)
      throws IOException, Refused {
    String wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (wanted != null && !wanted.equals("*") && !wanted.replace("\"", "").equals(content.etag())) {
      throw new Refused(412, "ConditionNotMet");
    }
    byte[] bytes = content.bytes;
    String header = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(header == null ? "" : header);
    int start = 0;
    int end = bytes.length;
    if (range.matches()) {
      start = Integer.parseInt(range.group(1));
      if (!range.group(2).isEmpty()) {
        end = (int) Math.min(end, Long.parseLong(range.group(2)) + 1);
      }
      if (start >= bytes.length) {
        throw new Refused(416, "InvalidRange");
      }
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(start, end - 1, bytes.length));
    }
    describe(exchange, content, "file");
    exchange.sendResponseHeaders(range.matches() ? 206 : 200, end > start ? end - start : -1);
    if (end > start) {
      exchange.getResponseBody().write(bytes, start, end - start);
    }
  }

  private void sendJson(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        query.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
      }
    }
    return query;
  }

  /** Of paths too, in which a plus sign is one. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
