package dev.almanac.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.RemoteIterators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists all that is below a folder on Google Cloud Storage by one LIST, and one more for each
 * further page. Google's Hadoop client can do it, but for Hadoop's recursive listing it asks folder
 * by folder.
 */
final class GcsListing {

  private static final Logger LOG = LoggerFactory.getLogger(GcsListing.class);
  private static final String CLIENT = "com.google.cloud.hadoop.fs.gcs.GoogleHadoopFileSystem";

  private final FileSystem client;
  private final Object files;
  private final Method list;

  private GcsListing(FileSystem client, Object files, Method list) {
    this.client = client;
    this.files = files;
    this.list = list;
  }

  /** Empty for other clients, and versions of this one that do not have it so. */
  static Optional<GcsListing> of(FileSystem client) {
    if (!client.getClass().getName().equals(CLIENT)) {
      return Optional.empty();
    }
    try {
      // By name: the client is not a dependency, and its jar has these classes relocated.
      Object files = client.getClass().getMethod("getGcsFs").invoke(client);
      Method list = files.getClass().getMethod("listFileInfoForPrefix", URI.class);
      return Optional.of(new GcsListing(client, files, list));
    } catch (ReflectiveOperationException e) {
      LOG.debug("This client is asked folder by folder", e);
      return Optional.empty();
    }
  }

  /**
   * All files below a folder, at any depth; the file itself where it is one.
   *
   * @throws FileNotFoundException where there is neither
   */
  RemoteIterator<LocatedFileStatus> files(Path folder) throws IOException {
    List<LocatedFileStatus> found = new ArrayList<>();
    List<?> listed = list(folder);
    try {
      for (Object info : listed) {
        add(info, found);
      }
    } catch (ReflectiveOperationException e) {
      throw new IOException("This version of " + CLIENT + " is not known", e);
    }
    if (listed.isEmpty()) {
      FileStatus status = client.getFileStatus(folder);
      if (status.isFile()) {
        found.add(new LocatedFileStatus(status, null));
      }
    }
    return RemoteIterators.remoteIteratorFromIterable(found);
  }

  /**
   * Finds out whether a folder is missing because its bucket is: listings look alike.
   *
   * @throws IOException that {@link Trouble} knows, where the bucket is not there
   */
  void checkBucket(FileNotFoundException missing) throws IOException {
    try {
      client.getFileStatus(
          new Path(client.getUri().getScheme(), client.getUri().getAuthority(), "/"));
    } catch (FileNotFoundException e) {
      throw new IOException("NoSuchBucket: " + client.getUri(), missing);
    } catch (IOException e) {
      LOG.debug("Whether {} is there is not for this user to know", client.getUri(), e);
    }
  }

  private List<?> list(Path folder) throws IOException {
    URI uri = folder.toUri();
    String path = uri.getPath().endsWith("/") ? uri.getPath() : uri.getPath() + "/";
    try {
      return (List<?>)
          list.invoke(files, new URI(uri.getScheme(), uri.getAuthority(), path, null, null));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } catch (ReflectiveOperationException | URISyntaxException e) {
      throw new IOException("Cannot list " + folder, e);
    }
  }

  private void add(Object info, List<LocatedFileStatus> found) throws ReflectiveOperationException {
    if (!(boolean) value(info, "isDirectory")) {
      URI uri = (URI) value(info, "getPath");
      Path path = new Path(client.getUri().getScheme(), uri.getAuthority(), uri.getPath());
      long modifiedAt = (long) value(info, "getModificationTime");
      FileStatus status =
          new FileStatus((long) value(info, "getSize"), false, 1, 0, modifiedAt, path);
      found.add(new LocatedFileStatus(status, null));
    }
  }

  private static Object value(Object info, String name) throws ReflectiveOperationException {
    return info.getClass().getMethod(name).invoke(info);
  }
}
