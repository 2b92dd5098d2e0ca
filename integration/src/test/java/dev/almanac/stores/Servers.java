package dev.almanac.stores;

/** The servers of this JVM, started when first asked for. */
final class Servers {

  private static final class S3Holder {
    static final S3Store STORE = new S3Store(WireStore.KEY, WireStore.SECRET);
  }

  private static final class OtherS3Holder {
    static final S3Store STORE = new S3Store("AKIDOTHER", "otherSecretOfTheOther");
  }

  private static final class GcsHolder {
    static final GcsStore STORE = new GcsStore();
  }

  private static final class AbfsHolder {
    static final AbfsStore STORE = new AbfsStore();
  }

  private Servers() {}

  static S3Store s3() {
    return S3Holder.STORE;
  }

  /** Another server, with other keys and a bucket of the same name. */
  static S3Store otherS3() {
    return OtherS3Holder.STORE;
  }

  static GcsStore gcs() {
    return GcsHolder.STORE;
  }

  static AbfsStore abfs() {
    return AbfsHolder.STORE;
  }
}
