package dev.almanac.store;

import dev.almanac.store.ValueType.Address;
import dev.almanac.store.ValueType.Address.Part;
import dev.almanac.store.ValueType.Flag;
import dev.almanac.store.ValueType.Form;
import dev.almanac.store.ValueType.Hadoop;
import dev.almanac.store.ValueType.Name;
import java.util.List;

/** Keys of a store of files that go to the client of its file system. */
public final class FileOptions {

  private static final String NO_SPACES = "\\S+";

  public static final Option S3_ENDPOINT =
      Option.ofStore(
          "s3.endpoint",
          new Address(Part.OPTIONAL, Part.OPTIONAL, "http://minio:9000"),
          "The server that speaks S3, such as `http://minio:9000`. Unset: Amazon's.");

  public static final Option S3_REGION =
      Option.ofStore(
          "s3.region",
          new Form(
              "region",
              "[A-Za-z0-9][A-Za-z0-9._-]*",
              "It takes a region's name, such as eu-west-1."),
          "The bucket's region. Unset: `us-east-1` with an endpoint that is not Amazon's, otherwise"
              + " what the client finds.");

  public static final Option S3_PATH_STYLE =
      Option.ofStore(
          "s3.path-style",
          new Flag(),
          "`true`: the bucket's name is a part of the path, not of the host's name. Unset: `true`"
              + " with an endpoint that is not Amazon's.");

  public static final Option S3_ACCESS_KEY =
      Option.ofStore(
          "s3.access-key",
          new Form("secret", NO_SPACES, "It takes the id of an access key, without spaces."),
          "The access key's id. Unset, like the secret: the client's own chain.");

  public static final Option S3_SECRET_KEY =
      Option.ofStore(
          "s3.secret-key",
          new Form("secret", NO_SPACES, "It takes the secret of an access key, without spaces."),
          "The access key's secret.");

  public static final Option S3_SESSION_TOKEN =
      Option.ofStore(
          "s3.session-token",
          new Form(
              "secret", NO_SPACES, "It takes the token of temporary credentials, without spaces."),
          "The token of temporary credentials, which goes with the two keys.");

  public static final Option S3_ANONYMOUS =
      Option.ofStore(
          "s3.anonymous",
          new Flag(),
          "false",
          "`true`: requests are not signed, for public buckets.");

  public static final Option GCS_ENDPOINT =
      Option.ofStore(
          "gcs.endpoint",
          new Address(Part.REQUIRED, Part.OPTIONAL, "https://storage.googleapis.com"),
          "The server that speaks Google Cloud Storage's JSON API. Unset: Google's.");

  public static final Option GCS_PROJECT_ID =
      Option.ofStore(
          "gcs.project-id",
          GoogleForms.PROJECT,
          "The project that the requests belong to, where one is needed.");

  public static final Option GCS_KEY_FILE =
      Option.ofStore(
          "gcs.key-file",
          new Name("path"),
          "A service account's key file, on the driver and all executors. Unset: Google's application"
              + " default credentials.");

  public static final Option GCS_ANONYMOUS =
      Option.ofStore(
          "gcs.anonymous",
          new Flag(),
          "false",
          "`true`: requests show no identity, for public buckets.");

  public static final Option HADOOP =
      Option.ofStore(
          "hadoop.*",
          new Hadoop(),
          "Any Hadoop setting, for this store's file system only, such as `hadoop.fs.s3a.endpoint`."
              + " It goes to the client as it is: what is wrong with it, the client says.");

  private FileOptions() {}

  static List<Option> all() {
    return List.of(
        S3_ENDPOINT,
        S3_REGION,
        S3_PATH_STYLE,
        S3_ACCESS_KEY,
        S3_SECRET_KEY,
        S3_SESSION_TOKEN,
        S3_ANONYMOUS,
        GCS_ENDPOINT,
        GCS_PROJECT_ID,
        GCS_KEY_FILE,
        GCS_ANONYMOUS,
        HADOOP);
  }
}
