package dev.almanac.files;

import dev.almanac.store.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.IOUtils;
import org.apache.hadoop.util.ReflectionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a client as {@link FileSystem#newInstance(URI, Configuration)} does, but for a log entry
 * that quotes why it failed: Azure's client tells a key that it does not like. Such an error is
 * replaced by one that does not.
 */
final class NewClient {

  private static final Logger LOG = LoggerFactory.getLogger(NewClient.class);

  private NewClient() {}

  static FileSystem of(URI uri, Configuration hadoop) throws IOException {
    FileSystem client =
        ReflectionUtils.newInstance(FileSystem.getFileSystemClass(uri.getScheme(), hadoop), hadoop);
    try {
      client.initialize(uri, hadoop);
      return client;
    } catch (IOException | RuntimeException e) {
      IOUtils.cleanupWithLogger(LOG, client);
      Collection<String> secrets = secrets(hadoop);
      if (Secrets.areToldBy(e, secrets)) {
        throw new IOException(Secrets.hidden(String.valueOf(e.getMessage()), secrets));
      }
      throw e;
    }
  }

  /** Of classes that provide credentials, the names are none. */
  private static Collection<String> secrets(Configuration hadoop) {
    Map<String, String> settings = new HashMap<>();
    for (Map.Entry<String, String> setting : hadoop) {
      if (!setting.getKey().contains("provider")) {
        settings.put(setting.getKey(), setting.getValue());
      }
    }
    return Secrets.values(settings);
  }
}
