package dev.almanac.wire;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An S3 server: S3Proxy, in memory. It is in a class loader of its own, as it needs other versions
 * of what Spark has. A second door to the same buckets asks for no signature: tests put objects
 * through it.
 */
public final class S3Server {

  private static final String PACKAGE = "org.gaul.s3proxy.";

  private static final class Loader {
    static final ClassLoader OF_ALL_SERVERS = loader();
  }

  private final int port;
  private final int openPort;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Starts a server that knows one user. */
  public S3Server(String accessKey, String secretKey) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      ClassLoader loader = Loader.OF_ALL_SERVERS;
      thread.setContextClassLoader(loader);
      Object store =
          loader
              .loadClass(PACKAGE + "nio2blob.TransientNio2BlobStore")
              .getConstructor()
              .newInstance();
      port = start(loader, store, "AWS_V2_OR_V4", accessKey, secretKey);
      openPort = start(loader, store, "NONE", "", "");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This S3Proxy is not known", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ClassLoader loader() {
    Path list = Path.of(System.getProperty("almanac.test.s3proxy"));
    List<URL> urls = new ArrayList<>();
    try {
      for (String jar : Files.readString(list).strip().split(File.pathSeparator, -1)) {
        urls.add(Path.of(jar).toUri().toURL());
      }
      Path quiet = Files.createTempDirectory("almanac-s3proxy");
      quiet.toFile().deleteOnExit(); // after the file, which is named later
      Files.writeString(quiet.resolve("logback.xml"), "<configuration/>");
      quiet.resolve("logback.xml").toFile().deleteOnExit();
      urls.add(quiet.toUri().toURL());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static int start(
      ClassLoader loader, Object store, String authentication, String key, String secret)
      throws ReflectiveOperationException {
    Class<?> server = loader.loadClass(PACKAGE + "S3Proxy");
    Object builder = server.getMethod("builder").invoke(null);
    for (var method : builder.getClass().getMethods()) {
      switch (method.getName()) {
        case "blobStore" -> method.invoke(builder, store);
        case "endpoint" -> method.invoke(builder, URI.create("http://127.0.0.1:0"));
        case "awsAuthentication" -> {
          Object type = type(method.getParameterTypes()[0], authentication);
          method.invoke(builder, type, key, secret);
        }
        default -> {}
      }
    }
    Object proxy = builder.getClass().getMethod("build").invoke(builder);
    server.getMethod("start").invoke(proxy);
    while (!server.getMethod("getState").invoke(proxy).equals("STARTED")) {
      Thread.onSpinWait();
    }
    return (int) server.getMethod("getPort").invoke(proxy);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the enum is in another class loader
  private static Object type(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name);
  }

  /** Where it checks signatures. */
  public int port() {
    return port;
  }

  public void createBucket(String bucket) {
    send("PUT", "/" + bucket, new byte[0], 200);
  }

  /** Puts an object. */
  public void put(String bucket, String key, byte[] content) {
    send("PUT", "/" + bucket + "/" + encoded(key), content, 200);
  }

  public void delete(String bucket, String key) {
    send("DELETE", "/" + bucket + "/" + encoded(key), new byte[0], 204);
  }

  private static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
  }

  private void send(String method, String path, byte[] body, int expected) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + openPort + path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != expected) {
        throw new IllegalStateException(request + ": " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
