package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.store.FileOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Schemes;
import dev.almanac.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where a store's files are, and the configuration by which anything in Spark finds them: on the
 * driver and, sent along, on the executors.
 *
 * @param location with the scheme of the client that reads it
 * @param hadoop the session's settings with the store's applied
 */
public record StoreFiles(Path location, Configuration hadoop) {

  private static final String ID = "almanac.store-settings.id";
  private static final String CLIENT = "almanac.client.";
  private static final String LOCAL = "file";

  /**
   * Says what is wrong with a store's location, and with the options of its client together, as far
   * as that is known without looking up what they refer to.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  public static void check(Store store) {
    LocationForm.check(store);
    Map<String, String> options = store.options().asMap();
    URI location = new Path(store.location()).toUri();
    String scheme = String.valueOf(location.getScheme()).toLowerCase(Locale.ROOT);
    if (Schemes.S3.contains(scheme)) {
      S3Settings.of(store, options, location.getAuthority());
    } else if (Schemes.GCS.equals(scheme)) {
      GcsSettings.of(store, options);
    }
  }

  /**
   * Applies a store's settings, with references resolved now.
   *
   * @param hadoop the session's settings, which are changed
   * @throws AlmanacException INVALID_OPTION for options that contradict one another, or references
   *     to what is not there
   */
  public static StoreFiles of(Store store, Configuration hadoop) {
    Path location = location(store.location(), hadoop);
    Map<String, String> options = resolved(store);
    String scheme = location.toUri().getScheme();
    if (Schemes.S3A.equals(scheme)) {
      String bucket = String.valueOf(location.toUri().getAuthority());
      S3Settings.of(store, options, bucket).applyTo(hadoop);
    } else if (Schemes.GCS.equals(scheme)) {
      GcsSettings.of(store, options).applyTo(hadoop);
    }
    group(options, FileOptions.HADOOP).forEach(hadoop::set);
    URI fileSystem = scheme == null ? FileSystem.getDefaultUri(hadoop) : location.toUri();
    share(hadoop, fileSystem.getScheme());
    return new StoreFiles(location, hadoop);
  }

  /**
   * The file system of the location.
   *
   * @param store whose files these are, for messages
   * @throws IOException where there is no client for it, or it cannot be set up
   */
  public FileSystem fileSystem(Store store) throws IOException {
    if (Schemes.GCS.equals(location.toUri().getScheme())) {
      GcsSettings.checkKeyFile(store, hadoop);
    }
    return location.getFileSystem(hadoop);
  }

  private static Path location(String text, Configuration hadoop) {
    Path path = new Path(text);
    String scheme = path.toUri().getScheme();
    if (scheme == null) {
      return path;
    }
    String lower = scheme.toLowerCase(Locale.ROOT);
    // Where the session has a client for another name of S3, that is left alone.
    boolean alias = Schemes.S3.contains(lower) && hadoop.get("fs." + lower + ".impl") == null;
    String below = path.toUri().getPath();
    return new Path(
        alias ? Schemes.S3A : lower, path.toUri().getAuthority(), below.isEmpty() ? "/" : below);
  }

  private static Map<String, String> resolved(Store store) {
    return References.of(store).resolve(store, "s3.", "gcs.", "hadoop.").options().asMap();
  }

  private static Map<String, String> group(Map<String, String> options, Option group) {
    String start = group.start();
    Map<String, String> found = new TreeMap<>();
    options.forEach(
        (key, value) -> {
          if (startsWith(key, start)) {
            found.put(key.substring(start.length()), value);
          }
        });
    return found;
  }

  private static boolean startsWith(String key, String start) {
    return key.length() > start.length() && key.regionMatches(true, 0, start, 0, start.length());
  }

  /** Puts a {@link StoreFileSystem} in front of a scheme's client. The local disk needs none. */
  private static void share(Configuration hadoop, String scheme) {
    if (LOCAL.equals(scheme)) {
      return;
    }
    String named = "fs." + scheme + ".impl";
    hadoop.set(ID, digest(hadoop));
    hadoop.set(CLIENT + scheme, hadoop.get(named, ""));
    hadoop.set(named, StoreFileSystem.class.getName());
    hadoop.setBoolean(named + ".disable.cache", true);
  }

  /** What tells a store's settings from another's. */
  static String settingsId(Configuration hadoop) {
    return hadoop.get(ID, "");
  }

  /** The configuration by which the client itself is made, outside Hadoop's cache. */
  static Configuration forClient(Configuration hadoop, String scheme) {
    Configuration own = new Configuration(hadoop);
    String named = "fs." + scheme + ".impl";
    String client = own.get(CLIENT + scheme, "");
    if (client.isEmpty()) {
      own.unset(named);
    } else {
      own.set(named, client);
    }
    own.setBoolean(named + ".disable.cache", true);
    return own;
  }

  private static String digest(Configuration hadoop) {
    Map<String, String> settings = new TreeMap<>();
    for (Map.Entry<String, String> setting : hadoop) {
      if (isOfClients(setting.getKey())) {
        settings.put(setting.getKey(), setting.getValue());
      }
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      settings.forEach(
          (key, value) ->
              digest.update((key + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What jobs and formats are set by says nothing to clients, and changes with every query. */
  private static boolean isOfClients(String key) {
    return !key.startsWith("spark.")
        && !key.startsWith("mapreduce.")
        && !key.startsWith("mapred.")
        && !key.startsWith("yarn.")
        && !key.startsWith("hive.")
        && !key.startsWith("parquet.")
        && !key.startsWith("orc.")
        && !key.startsWith("almanac.");
  }

  /** Not the configuration, which may hold secrets. */
  @Override
  public String toString() {
    return location.toString();
  }
}
