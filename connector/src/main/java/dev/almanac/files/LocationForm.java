package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.SessionConf;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.FileOptions;
import dev.almanac.store.Schemes;
import dev.almanac.store.Store;
import dev.almanac.store.Suggestion;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Finds what is wrong with the location of a store of files by looking at its text alone. */
final class LocationForm {

  private static final String BUCKET = "[A-Za-z0-9._-]+";

  /**
   * What users may mean. Where the client is missing, what to add is said when the store is used.
   */
  private static final List<String> KNOWN =
      List.of(
          "file",
          "s3",
          "s3a",
          "s3n",
          "gs",
          "hdfs",
          "webhdfs",
          "swebhdfs",
          "viewfs",
          "abfs",
          "abfss",
          "wasb",
          "wasbs",
          "oss",
          "cosn",
          "obs");

  private LocationForm() {}

  /**
   * Refuses a location that no client can take.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  static void check(Store store) {
    URI uri = uri(store);
    if (uri.getScheme() == null) {
      return;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
    if (scheme.equals("file") && !authority.isEmpty()) {
      throw invalid(
          store,
          " (did you mean file:///" + authority + uri.getPath() + "?)",
          "a path on the local disk has three slashes behind file:, or one");
    } else if (Schemes.isOfBuckets(scheme) && !authority.matches(BUCKET)) {
      throw invalid(
          store,
          "",
          "it takes %1$s://<bucket>/<folder>, the bucket's name with letters, digits, dots, hyphens and underscores only"
              .formatted(scheme));
    } else if (scheme.equals("http") || scheme.equals("https")) {
      throw invalid(
          store,
          "",
          "folders cannot be listed by %s:. For a server that speaks S3, set %s and %s"
              .formatted(
                  scheme,
                  store.setting(DatasetOptions.LOCATION, "s3://<bucket>/<folder>"),
                  store.setting(FileOptions.S3_ENDPOINT, scheme + "://" + authority)));
    } else if (!KNOWN.contains(scheme)) {
      checkClient(store, scheme);
    }
  }

  private static URI uri(Store store) {
    try {
      return new Path(store.location()).toUri();
    } catch (IllegalArgumentException e) { // what it says is of Java's classes
      throw invalid(
          store, "", "it takes a path, or a URI such as s3://bucket/folder or hdfs://host/folder");
    }
  }

  /** Schemes that hardly anyone means are looked up now. */
  private static void checkClient(Store store, String scheme) {
    if (SparkSession.getActiveSession().isEmpty()) {
      return;
    }
    Configuration hadoop = SessionConf.hadoop(SparkSession.active());
    store.options().group(FileOptions.HADOOP).forEach(hadoop::set);
    try {
      FileSystem.getFileSystemClass(scheme, hadoop);
    } catch (IOException | RuntimeException e) { // no such class, or none of that name
      throw invalid(
          store,
          Suggestion.nearest(scheme, KNOWN)
              .map(near -> " (did you mean " + near + ":?)")
              .orElse(""),
          "no client for %1$s: is on Spark's class path. Common schemes are s3, gs, hdfs, abfss and file; for another, start Spark with its client's jar, and name the client's class by %2$s where it does not register itself"
              .formatted(scheme, store.place("hadoop.fs." + scheme + ".impl")));
    }
  }

  private static RuntimeException invalid(Store store, String meant, String why) {
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "Invalid value '%s' of %s%s: %s."
            .formatted(store.location(), store.place(DatasetOptions.LOCATION), meant, why));
  }
}
