package dev.almanac.stores;

import dev.almanac.wire.Fault;
import dev.almanac.wire.FaultyProxy;
import dev.almanac.wire.GcsServer;
import java.nio.file.Path;
import java.util.Map;

/** A server of Google Cloud Storage's JSON API, read by gcs-connector. */
final class GcsStore implements WireStore {

  static final String BUCKET = "lake";

  private final GcsServer server = new GcsServer();
  private final FaultyProxy proxy = new FaultyProxy(server.port());

  GcsStore() {
    server.createBucket(BUCKET);
  }

  GcsServer server() {
    return server;
  }

  @Override
  public FaultyProxy proxy() {
    return proxy;
  }

  @Override
  public String location(String folder) {
    return "gs://" + BUCKET + "/" + folder;
  }

  @Override
  public Map<String, String> options() {
    return Map.of("gcs.endpoint", proxy.url(), "gcs.project-id", "test", "gcs.anonymous", "true");
  }

  @Override
  public Map<String, String> hastyOptions() {
    return S3Store.with(
        options(),
        Map.of(
            "hadoop.fs.gs.http.max.retry", "2",
            "hadoop.fs.gs.http.connect-timeout", "1000",
            "hadoop.fs.gs.http.read-timeout", "1000"));
  }

  /** A key file that the server does not know. */
  @Override
  public Map<String, String> wrongCredentials(Path temporary) {
    Path keyFile = temporary.resolve("forged.json");
    server.accounts().forge("forger@test", keyFile, proxy.url());
    Map<String, String> options =
        S3Store.with(hastyOptions(), Map.of("gcs.key-file", keyFile.toString()));
    options.remove("gcs.anonymous");
    return options;
  }

  @Override
  public String missingBucket() {
    return "gs://no-such-bucket/x";
  }

  @Override
  public Map<String, String> noServer() {
    return S3Store.with(hastyOptions(), Map.of("gcs.endpoint", "http://127.0.0.1:1"));
  }

  @Override
  public Fault denied() {
    return Fault.json(403, "forbidden");
  }

  @Override
  public Fault overloaded() {
    return Fault.json(503, "backendError");
  }

  @Override
  public boolean isList(FaultyProxy.Request request) {
    return request.toString().startsWith("GET /storage/v1/b/" + BUCKET + "/o?");
  }

  @Override
  public boolean isRead(FaultyProxy.Request request) {
    return request.toString().startsWith("GET /download/");
  }

  @Override
  public void put(String path, byte[] content) {
    server.put(BUCKET, path, content);
  }

  @Override
  public void delete(String path) {
    server.delete(BUCKET, path);
  }
}
