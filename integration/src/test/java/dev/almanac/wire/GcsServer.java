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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A server of what readers need of Google Cloud Storage's JSON API, in memory: buckets, listings
 * with pages, objects' metadata and media by range and generation. See <a
 * href="https://cloud.google.com/storage/docs/json_api/v1">its reference</a>.
 */
public final class GcsServer implements AutoCloseable {

  private static final int MOST_RESULTS = 1000;
  private static final Pattern OBJECT =
      Pattern.compile("(?:/download)?/storage/v1/b/([^/]+)/o/([^/]+)");
  private static final Pattern OBJECTS = Pattern.compile("/storage/v1/b/([^/]+)/o");
  private static final Pattern BUCKET = Pattern.compile("/storage/v1/b/([^/]+)");
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

  private static final class Content {
    private final String name;
    private final byte[] bytes;
    private final long generation;
    private final Instant updated;

    Content(String name, byte[] bytes, long generation, Instant updated) {
      this.name = name;
      this.bytes = bytes;
      this.generation = generation;
      this.updated = updated;
    }
  }

  /** What a request is answered with instead. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String reason;

    Refused(int status, String reason, String message) {
      super(message);
      this.status = status;
      this.reason = reason;
    }
  }

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "gcs-server");
            thread.setDaemon(true);
            return thread;
          });
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, NavigableMap<String, Content>> buckets = new ConcurrentHashMap<>();
  private final Map<String, String> readers = new ConcurrentHashMap<>();
  private final GcsAccounts accounts = new GcsAccounts();
  private final AtomicLong generations = new AtomicLong(1_700_000_000_000_000L);

  /** Starts a server. */
  public GcsServer() {
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

  /** Who may come with which key. */
  public GcsAccounts accounts() {
    return accounts;
  }

  /** Makes a bucket that everybody may read. */
  public void createBucket(String bucket) {
    buckets.put(bucket, new ConcurrentSkipListMap<>());
  }

  /** From now on, only this account may read the bucket. */
  public void restrict(String bucket, String email) {
    readers.put(bucket, email);
  }

  /** Puts an object. */
  public void put(String bucket, String name, byte[] content) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    buckets.get(bucket).put(name, new Content(name, content, generations.incrementAndGet(), now));
  }

  public void delete(String bucket, String name) {
    buckets.get(bucket).remove(name);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        answer(exchange, body);
      } catch (Refused e) {
        sendJson(exchange, e.status, error(e));
      }
    }
  }

  private static Map<String, Object> error(Refused e) {
    Map<String, Object> detail =
        Map.of("domain", "global", "reason", e.reason, "message", e.getMessage());
    return Map.of(
        "error", Map.of("code", e.status, "message", e.getMessage(), "errors", List.of(detail)));
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException, Refused {
    String path = exchange.getRequestURI().getRawPath();
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (path.equals(GcsAccounts.TOKEN_PATH)) {
      Optional<String> token = accounts.token(query(new String(body, StandardCharsets.UTF_8)));
      sendJson(
          exchange,
          token.isPresent() ? 200 : 400,
          token.isPresent()
              ? Map.of("access_token", token.get(), "expires_in", 3600, "token_type", "Bearer")
              : Map.of("error", "invalid_grant", "error_description", "Invalid JWT Signature."));
      return;
    }
    Matcher object = OBJECT.matcher(path);
    Matcher objects = OBJECTS.matcher(path);
    Matcher bucket = BUCKET.matcher(path);
    if (!exchange.getRequestMethod().equals("GET")) {
      throw new Refused(405, "methodNotAllowed", "This server is for reading.");
    } else if (object.matches()) {
      NavigableMap<String, Content> found = bucket(exchange, decoded(object.group(1)));
      Content content = content(found, decoded(object.group(2)), query);
      if ("media".equals(query.get("alt"))) {
        sendMedia(exchange, content);
      } else {
        sendJson(exchange, 200, metadata(decoded(object.group(1)), content));
      }
    } else if (objects.matches()) {
      String name = decoded(objects.group(1));
      sendJson(exchange, 200, list(name, bucket(exchange, name), query));
    } else if (bucket.matches()) {
      String name = decoded(bucket.group(1));
      bucket(exchange, name);
      sendJson(
          exchange,
          200,
          Map.of(
              "kind",
              "storage#bucket",
              "id",
              name,
              "name",
              name,
              "location",
              "US",
              "storageClass",
              "STANDARD",
              "timeCreated",
              "2024-01-01T00:00:00.000Z",
              "updated",
              "2024-01-01T00:00:00.000Z"));
    } else {
      throw new Refused(404, "notFound", "Not Found");
    }
  }

  private NavigableMap<String, Content> bucket(HttpExchange exchange, String name) throws Refused {
    String reader = readers.get(name);
    if (reader != null) {
      String header = exchange.getRequestHeaders().getFirst("Authorization");
      if (header == null) {
        throw new Refused(
            401,
            "required",
            "Anonymous caller does not have storage.objects.list"
                + " access to the Google Cloud Storage bucket.");
      }
      String email =
          accounts
              .email(header)
              .orElseThrow(() -> new Refused(401, "authError", "Invalid Credentials"));
      if (!email.equals(reader)) {
        throw new Refused(
            403,
            "forbidden",
            email
                + " does not have storage.objects.list access to"
                + " the Google Cloud Storage bucket.");
      }
    }
    NavigableMap<String, Content> found = buckets.get(name);
    if (found == null) {
      throw new Refused(404, "notFound", "The specified bucket does not exist.");
    }
    return found;
  }

  private static Content content(
      NavigableMap<String, Content> bucket, String name, Map<String, String> query) throws Refused {
    Content content = bucket.get(name);
    String generation = query.get("generation");
    if (content == null
        || (generation != null && Long.parseLong(generation) != content.generation)) {
      throw new Refused(404, "notFound", "No such object: " + name);
    }
    return content;
  }

  private Map<String, Object> list(
      String bucketName, NavigableMap<String, Content> bucket, Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    String delimiter = query.getOrDefault("delimiter", "");
    boolean markers = Boolean.parseBoolean(query.get("includeTrailingDelimiter"));
    int most =
        Math.min(
            MOST_RESULTS,
            Integer.parseInt(query.getOrDefault("maxResults", String.valueOf(MOST_RESULTS))));
    String after = query.get("pageToken"); // the last name of the page before
    List<Map<String, Object>> items = new ArrayList<>();
    TreeSet<String> prefixes = new TreeSet<>();
    Map<String, Object> answer = new LinkedHashMap<>(Map.of("kind", "storage#objects"));
    for (Content content : bucket.tailMap(prefix, true).values()) {
      String name = content.name;
      if (!name.startsWith(prefix)) {
        break;
      }
      int end = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
      String shown = end < 0 ? name : name.substring(0, end + delimiter.length());
      if (after != null && shown.compareTo(after) <= 0) {
        continue;
      }
      if (items.size() + prefixes.size() >= most && !prefixes.contains(shown)) {
        answer.put("nextPageToken", items.isEmpty() ? prefixes.last() : last(items, prefixes));
        break;
      }
      if (end < 0 || (markers && name.equals(shown))) {
        items.add(metadata(bucketName, content));
      }
      if (end >= 0) {
        prefixes.add(shown);
      }
    }
    answer.put("items", items);
    answer.put("prefixes", prefixes);
    return answer;
  }

  private static String last(List<Map<String, Object>> items, NavigableSet<String> prefixes) {
    String item = (String) items.get(items.size() - 1).get("name");
    return prefixes.isEmpty() || item.compareTo(prefixes.last()) > 0 ? item : prefixes.last();
  }

  private static Map<String, Object> metadata(String bucket, Content content) {
    CRC32C crc = new CRC32C();
    crc.update(content.bytes);
    byte[] sum = java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("kind", "storage#object");
    metadata.put("bucket", bucket);
    metadata.put("name", content.name);
    metadata.put("size", String.valueOf(content.bytes.length));
    metadata.put("generation", String.valueOf(content.generation));
    metadata.put("metageneration", "1");
    metadata.put("contentType", "application/octet-stream");
    metadata.put("timeCreated", content.updated.toString());
    metadata.put("updated", content.updated.toString());
    metadata.put("etag", "E" + content.generation);
    metadata.put("crc32c", Base64.getEncoder().encodeToString(sum));
    return metadata;
  }

  private static void sendMedia(HttpExchange exchange, Content content)
      throws IOException, Refused {
    byte[] bytes = content.bytes;
    int start = 0;
    int end = bytes.length;
    String header = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = RANGE.matcher(header == null ? "" : header);
    boolean part = range.matches();
    if (part) {
      boolean suffix = range.group(1).isEmpty();
      start =
          suffix
              ? Math.max(0, bytes.length - Integer.parseInt(range.group(2)))
              : Integer.parseInt(range.group(1));
      end =
          suffix || range.group(2).isEmpty()
              ? bytes.length
              : (int) Math.min(bytes.length, Long.parseLong(range.group(2)) + 1);
      if (start >= bytes.length) {
        throw new Refused(416, "requestedRangeNotSatisfiable", "Request range not satisfiable");
      }
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + bytes.length);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.getResponseHeaders().set("X-Goog-Generation", String.valueOf(content.generation));
    exchange.sendResponseHeaders(part ? 206 : 200, end == start ? -1 : end - start);
    exchange.getResponseBody().write(bytes, start, end - start);
  }

  private void sendJson(HttpExchange exchange, int status, Object answer) throws IOException {
    byte[] bytes = json.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    }
    return query;
  }

  private static String decoded(String text) {
    // In paths a plus is a plus; clients write it as %2B in both places.
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
