package dev.almanac.files;

import dev.almanac.AlmanacException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.util.VersionInfo;

/** What to add to Spark's class path for a scheme that it has no client for. */
public final class MissingClient {

  /**
   * The newest that works with Spark's Hadoop; its other jar wants Spark's own libraries changed.
   */
  private static final String GCS_CONNECTOR = "gcs-connector-4.0.4-shaded.jar";

  private static final Map<String, String> MODULES =
      Map.of(
          "s3a", "hadoop-aws",
          "abfs", "hadoop-azure",
          "abfss", "hadoop-azure",
          "wasb", "hadoop-azure",
          "wasbs", "hadoop-azure",
          "oss", "hadoop-aliyun",
          "cosn", "hadoop-cos",
          "obs", "hadoop-huaweicloud");

  private MissingClient() {}

  /**
   * The reason and the way out, where an error comes from a client that is not there.
   *
   * @param scheme of the location
   */
  public static Optional<String> explain(String scheme, Throwable error) {
    return isMissing(error) ? Optional.of(explain(scheme)) : Optional.empty();
  }

  private static boolean isMissing(Throwable error) {
    for (Throwable e = error; e != null; e = AlmanacException.origin(e)) {
      if (e instanceof ClassNotFoundException
          || e instanceof NoClassDefFoundError
          || e instanceof UnsupportedFileSystemException) {
        return true;
      }
    }
    return false;
  }

  private static String explain(String scheme) {
    String missing = "the client for " + scheme + ": is not on Spark's class path. ";
    if (scheme.equals("gs")) {
      return missing
          + "Start Spark with --jars "
          + GCS_CONNECTOR
          + " (com.google.cloud.bigdataoss:gcs-connector, classifier shaded)";
    }
    String module = MODULES.get(scheme);
    if (module == null) {
      return missing
          + "Start Spark with its jar on --jars or --packages, and name its class by"
          + " hadoop.fs."
          + scheme
          + ".impl where it does not register itself";
    }
    return missing
        + "Start Spark with --packages org.apache.hadoop:"
        + module
        + ":"
        + VersionInfo.getVersion();
  }
}
