package dev.almanac.store;

import java.util.Set;

/**
 * The schemes of locations whose clients have keys of their own, {@code s3.*} and {@code gcs.*}.
 */
public final class Schemes {

  /** What Hadoop's client of S3 is registered for. */
  public static final String S3A = "s3a";

  /** What Google's client of Cloud Storage is registered for. */
  public static final String GCS = "gs";

  /** All names of S3, as users write them; a client has to be registered for {@link #S3A} only. */
  public static final Set<String> S3 = Set.of("s3", S3A, "s3n");

  private Schemes() {}

  /** Whether locations have a bucket's name between the slashes, and nothing else. */
  public static boolean isOfBuckets(String scheme) {
    return S3.contains(scheme) || GCS.equals(scheme);
  }
}
