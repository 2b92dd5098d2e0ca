package dev.almanac.stores;

/** S3Proxy, read by S3A. */
class S3FilesTest extends WireFilesContract {

  @Override
  protected WireStore store() {
    return Servers.s3();
  }

  /** Parquet's footer is got by its length and then itself. */
  @Override
  protected int requestsToPlan(String suffix) {
    return suffix.equals("parquet") ? 3 : 2;
  }

  @Override
  protected int manyFiles() {
    return 3_000; // each takes the server a millisecond
  }
}
