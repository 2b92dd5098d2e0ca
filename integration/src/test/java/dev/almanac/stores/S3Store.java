package dev.almanac.stores;

import dev.almanac.wire.Fault;
import dev.almanac.wire.FaultyProxy;
import dev.almanac.wire.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.s3a.impl.AWSClientConfig;

/** S3Proxy, read by S3A. */
final class S3Store implements WireStore {

  static final String BUCKET = "lake";

  static {
    // Otherwise the client raises shorter timeouts to this, which is 15 s.
    AWSClientConfig.setMinimumOperationDuration(Duration.ofMillis(100));
  }

  private final S3Server server;
  private final FaultyProxy proxy;
  private final String key;
  private final String secret;

  S3Store(String key, String secret) {
    this.key = key;
    this.secret = secret;
    server = new S3Server(key, secret);
    server.createBucket(BUCKET);
    proxy = new FaultyProxy(server.port());
  }

  @Override
  public FaultyProxy proxy() {
    return proxy;
  }

  @Override
  public String location(String folder) {
    return "s3://" + BUCKET + "/" + folder;
  }

  @Override
  public Map<String, String> options() {
    return Map.of(
        "s3.endpoint",
        proxy.url(),
        "s3.region",
        "us-east-1",
        "s3.path-style",
        "true",
        "s3.access-key",
        key,
        "s3.secret-key",
        secret);
  }

  @Override
  public Map<String, String> hastyOptions() {
    return with(
        options(),
        Map.of(
            "hadoop.fs.s3a.attempts.maximum", "2",
            "hadoop.fs.s3a.retry.limit", "2",
            "hadoop.fs.s3a.retry.interval", "10ms",
            "hadoop.fs.s3a.retry.throttle.limit", "2",
            "hadoop.fs.s3a.retry.throttle.interval", "10ms",
            "hadoop.fs.s3a.connection.establish.timeout", "1s",
            "hadoop.fs.s3a.connection.timeout", "1s"));
  }

  @Override
  public Map<String, String> wrongCredentials(Path temporary) {
    return with(hastyOptions(), Map.of("s3.secret-key", "wrong"));
  }

  @Override
  public String missingBucket() {
    return "s3://no-such-bucket/x";
  }

  @Override
  public Map<String, String> noServer() {
    return with(hastyOptions(), Map.of("s3.endpoint", "http://127.0.0.1:1"));
  }

  @Override
  public Fault denied() {
    return Fault.xml(403, "AccessDenied");
  }

  @Override
  public Fault overloaded() {
    return Fault.xml(503, "SlowDown");
  }

  @Override
  public boolean isList(FaultyProxy.Request request) {
    return request.toString().startsWith("GET /" + BUCKET + "?list-type=2");
  }

  @Override
  public boolean isRead(FaultyProxy.Request request) {
    return request.toString().startsWith("GET /" + BUCKET + "/");
  }

  @Override
  public void put(String path, byte[] content) {
    server.put(BUCKET, path, content);
  }

  @Override
  public void delete(String path) {
    server.delete(BUCKET, path);
  }

  static Map<String, String> with(Map<String, String> options, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(options);
    all.putAll(more);
    return all;
  }
}
