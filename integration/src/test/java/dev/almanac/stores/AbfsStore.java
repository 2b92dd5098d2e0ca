package dev.almanac.stores;

import dev.almanac.wire.AbfsServer;
import dev.almanac.wire.Fault;
import dev.almanac.wire.FaultyProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** A server of Azure Data Lake Storage, read by Hadoop's client with a shared access signature. */
final class AbfsStore implements WireStore {

  private static final String ACCOUNT = "almanac.dfs.core.windows.net";
  private static final String CONTAINER = "lake";

  private final AbfsServer server = new AbfsServer(SECRET);
  private final FaultyProxy proxy = new FaultyProxy(server.port());

  AbfsStore() {
    server.createContainer(CONTAINER);
  }

  @Override
  public FaultyProxy proxy() {
    return proxy;
  }

  @Override
  public String location(String folder) {
    return "abfs://" + CONTAINER + "@" + ACCOUNT + "/" + folder;
  }

  private static Map<String, String> at(String endpoint, String signature) {
    return Map.of(
        "hadoop.fs.azure.abfs.endpoint",
        endpoint,
        "hadoop.fs.azure.always.use.https",
        "false",
        "hadoop.fs.azure.account.hns.enabled",
        "true",
        "hadoop.fs.azure.account.auth.type",
        "SAS",
        "hadoop.fs.azure.sas.fixed.token." + ACCOUNT,
        "sv=2022-11-02&sr=c&sp=rl&sig=" + signature);
  }

  @Override
  public Map<String, String> options() {
    return at(URI.create(proxy.url()).getAuthority(), SECRET);
  }

  private static Map<String, String> hasty(Map<String, String> options) {
    return S3Store.with(
        options,
        Map.of(
            "hadoop.fs.azure.io.retry.max.retries", "2",
            "hadoop.fs.azure.io.retry.backoff.interval", "20",
            "hadoop.fs.azure.io.retry.min.backoff.interval", "10",
            "hadoop.fs.azure.io.retry.max.backoff.interval", "50",
            "hadoop.fs.azure.static.retry.interval", "20",
            "hadoop.fs.azure.http.connection.timeout", "1000",
            "hadoop.fs.azure.http.read.timeout", "1000"));
  }

  @Override
  public Map<String, String> hastyOptions() {
    return hasty(options());
  }

  @Override
  public Map<String, String> wrongCredentials(Path temporary) {
    return hasty(at(URI.create(proxy.url()).getAuthority(), "forged"));
  }

  @Override
  public String missingBucket() {
    return "abfs://no-such-bucket@" + ACCOUNT + "/x";
  }

  @Override
  public Map<String, String> noServer() {
    return hasty(at("127.0.0.1:1", SECRET));
  }

  @Override
  public Fault denied() {
    return Fault.azure(403, "AuthorizationPermissionMismatch");
  }

  @Override
  public Fault overloaded() {
    return Fault.azure(503, "ServerBusy");
  }

  @Override
  public boolean isList(FaultyProxy.Request request) {
    return request.method().equals("GET") && request.path().contains("resource=filesystem");
  }

  @Override
  public boolean isRead(FaultyProxy.Request request) {
    return request.method().equals("GET") && !isList(request);
  }

  @Override
  public void put(String path, byte[] content) {
    server.put(CONTAINER, path, content);
  }

  @Override
  public void delete(String path) {
    server.delete(CONTAINER, path);
  }
}
