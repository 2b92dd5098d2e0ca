package dev.almanac.store;

import java.util.Set;
import java.util.TreeSet;

/**
 * The schemes of locations whose clients have keys of their own, {@code s3.*} and {@code gcs.*}.
 */
public final class Schemes {

  /** What Hadoop's client of S3 is registered for. */
  public static final String S3A = "s3a";

  /** What Google's client of Cloud Storage is registered for. */
  public static final String GCS = "gs";

  /** Other names of S3, as users write them; no client has to be registered for them. */
  public static final Set<String> LIKE_S3A = Set.of("s3", "s3n");

  /** All names of S3. */
  public static final Set<String> S3 = and(LIKE_S3A, S3A);

  /** Those whose locations have a bucket's name between the slashes, and nothing else. */
  public static final Set<String> OF_BUCKETS = and(S3, GCS);

  private Schemes() {}

  private static Set<String> and(Set<String> some, String another) {
    Set<String> all = new TreeSet<>(some);
    all.add(another);
    return Set.copyOf(all);
  }
}
