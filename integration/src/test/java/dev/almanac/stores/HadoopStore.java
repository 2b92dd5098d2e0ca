package dev.almanac.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A service that is there already, filled by Hadoop's client below a folder of a name of its own.
 */
final class HadoopStore implements TestStore, AutoCloseable {

  private final String root;
  private final Map<String, String> options;
  private final FileSystem client;

  /**
   * @param bucket a location that may be written to
   * @param options a store's, to read by
   * @param settings the client's, to write by
   */
  HadoopStore(String bucket, Map<String, String> options, Map<String, String> settings) {
    this.root = bucket + "/almanac-test-" + UUID.randomUUID();
    this.options = options;
    Configuration hadoop = new Configuration();
    settings.forEach(hadoop::set);
    try {
      client = FileSystem.newInstance(URI.create(bucket), hadoop);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String location(String folder) {
    return root + "/" + folder;
  }

  @Override
  public Map<String, String> options() {
    return options;
  }

  @Override
  public void put(String path, byte[] content) {
    try {
      if (path.endsWith("/")) {
        client.mkdirs(path(path));
        return;
      }
      try (FSDataOutputStream out = client.create(path(path), true)) {
        out.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String path) {
    try {
      if (!client.delete(path(path), false)) {
        throw new IOException("The client does not delete " + path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path path(String below) {
    URI uri = URI.create(root);
    return new Path(uri.getScheme(), uri.getAuthority(), uri.getPath() + "/" + below);
  }

  @Override
  public void close() {
    try {
      client.delete(new Path(root), true);
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
