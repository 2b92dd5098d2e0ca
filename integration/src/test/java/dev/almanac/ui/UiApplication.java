package dev.almanac.ui;

import dev.almanac.AlmanacExtensions;
import dev.almanac.catalog.AlmanacCatalog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** An application with a UI on a free port. */
final class UiApplication implements AutoCloseable {

  private final SparkSession session;
  private final HttpClient http = HttpClient.newHttpClient();

  private UiApplication(SparkSession session) {
    this.session = session;
  }

  /** Starts one with the tab, and the catalog {@code lake} over a folder. */
  static UiApplication start(Path lake, Map<String, String> more) {
    Map<String, String> conf = new LinkedHashMap<>();
    conf.put("spark.ui.enabled", "true");
    conf.put("spark.ui.port", "0");
    conf.put("spark.driver.host", "127.0.0.1");
    conf.put("spark.driver.bindAddress", "127.0.0.1");
    conf.put("spark.plugins", DatasetsPlugin.class.getName());
    conf.put("spark.sql.shuffle.partitions", "2");
    conf.put("spark.sql.session.timeZone", "UTC");
    conf.put("spark.sql.warehouse.dir", lake.resolveSibling("warehouse").toUri().toString());
    conf.put("spark.sql.extensions", AlmanacExtensions.class.getName());
    conf.put("spark.sql.catalog.lake", AlmanacCatalog.class.getName());
    conf.put("spark.sql.catalog.lake.location", lake.toString());
    conf.put("spark.sql.catalog.lake.now", "2024-05-20T12:00:00Z");
    conf.putAll(more);
    SparkSession.Builder builder = SparkSession.builder().master("local[2]").appName("the lake");
    conf.forEach(builder::config);
    return new UiApplication(builder.getOrCreate());
  }

  SparkSession session() {
    return session;
  }

  /** The address of a path of the UI. */
  String address(String path) {
    int port = URI.create(session.sparkContext().uiWebUrl().get()).getPort();
    return "http://127.0.0.1:" + port + path;
  }

  /** The answer to a GET. */
  HttpResponse<String> answer(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.GET().build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a page of the tab shows. */
  String page(String path) {
    HttpResponse<String> answer = answer("/datasets/" + path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " gives " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    session.stop();
  }
}
