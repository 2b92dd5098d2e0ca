package dev.almanac.stores;

import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bucket of Google Cloud Storage that is there already, filled over its JSON API below a folder
 * of a name of its own. Not by Google's Hadoop client: that asks for more than other servers have.
 */
final class JsonApiStore implements TestStore, AutoCloseable {

  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String endpoint;
  private final String bucket;
  private final Map<String, String> options;
  private final Optional<GoogleCredentials> credentials;
  private final String root = "almanac-test-" + UUID.randomUUID();
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  /**
   * @param options a store's, to read by
   * @param keyFile of an account that may write; empty for a server that asks for none
   */
  JsonApiStore(String endpoint, String bucket, Map<String, String> options, String keyFile) {
    this.endpoint = endpoint;
    this.bucket = bucket;
    this.options = options;
    this.credentials = keyFile.isEmpty() ? Optional.empty() : Optional.of(read(keyFile));
  }

  private static GoogleCredentials read(String keyFile) {
    try (InputStream key = Files.newInputStream(Path.of(keyFile))) {
      return GoogleCredentials.fromStream(key).createScoped(SCOPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String location(String folder) {
    return "gs://" + bucket + "/" + root + "/" + folder;
  }

  @Override
  public Map<String, String> options() {
    return options;
  }

  @Override
  public void put(String path, byte[] content) {
    String name = root + "/" + path;
    String upload = "/upload/storage/v1/b/" + bucket + "/o?uploadType=media&name=" + encoded(name);
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(content);
    HttpResponse<String> answer =
        send(request(upload).header("Content-Type", "application/octet-stream").POST(body));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(upload + ": " + answer.statusCode() + " " + answer.body());
    }
    written.add(path);
  }

  @Override
  public void delete(String path) {
    String object = "/storage/v1/b/" + bucket + "/o/" + encoded(root + "/" + path);
    HttpResponse<String> answer = send(request(object).DELETE());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(object + ": " + answer.statusCode() + " " + answer.body());
    }
    written.remove(path);
  }

  /**
   * Whether the server finds a name by a prefix that is written as Google's client writes it, which
   * leaves alone what a query may have as it is: a server in Go drops what has a semicolon.
   */
  @Override
  public boolean holds(String name) {
    String probe = "probe-" + UUID.randomUUID() + name;
    put(probe, new byte[0]);
    try {
      String asked = encoded(root + "/" + probe).replace("%3B", ";");
      String list = "/storage/v1/b/" + bucket + "/o?maxResults=1&prefix=" + asked;
      return send(request(list).GET()).body().contains("probe-");
    } finally {
      delete(probe);
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + path));
    credentials.ifPresent(found -> request.header("Authorization", "Bearer " + token(found)));
    return request;
  }

  private static String token(GoogleCredentials credentials) {
    try {
      credentials.refreshIfExpired();
      return credentials.getAccessToken().getTokenValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    Set.copyOf(written).parallelStream().forEach(this::delete);
  }
}
