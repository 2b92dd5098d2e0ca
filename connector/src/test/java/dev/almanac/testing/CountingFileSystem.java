package dev.almanac.testing;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.hadoop.util.functional.RemoteIterators;

/**
 * The local disk under the scheme {@code counting:}, read only, which counts requests as an object
 * store would see them: a recursive listing is one LIST.
 */
public class CountingFileSystem extends FileSystem {

  /** What is counted. */
  public enum Request {
    LIST,
    HEAD,
    OPEN
  }

  private static final Map<Request, AtomicLong> COUNTS = new ConcurrentHashMap<>();
  private static final Set<String> FILES = ConcurrentHashMap.newKeySet();
  private static final AtomicLong BYTES = new AtomicLong();

  private final RawLocalFileSystem disk = new RawLocalFileSystem();

  /** Counts from now on. */
  public static void reset() {
    COUNTS.clear();
    FILES.clear();
    BYTES.set(0);
  }

  public static long count(Request request) {
    return COUNTS.getOrDefault(request, new AtomicLong()).get();
  }

  /** The bytes that were read of files. */
  public static long bytes() {
    return BYTES.get();
  }

  /** How many files were opened, each once however often it was. */
  public static int files() {
    return FILES.size();
  }

  /** Counts a request that another file system was asked. */
  public static void add(Request request) {
    COUNTS.computeIfAbsent(request, name -> new AtomicLong()).incrementAndGet();
  }

  /** Counts an opened file, and what is read of it. */
  public static FSDataInputStream opened(Path path, FSDataInputStream stream) {
    add(Request.OPEN);
    FILES.add(path.toUri().getPath());
    return new FSDataInputStream(new CountedStream(stream, BYTES));
  }

  @Override
  public void initialize(URI uri, org.apache.hadoop.conf.Configuration conf) throws IOException {
    super.initialize(uri, conf);
    disk.initialize(URI.create("file:///"), conf);
  }

  @Override
  public URI getUri() {
    return URI.create(getScheme() + ":///");
  }

  @Override
  public String getScheme() {
    return "counting";
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    add(Request.LIST);
    return children(path).toArray(FileStatus[]::new);
  }

  @Override
  public RemoteIterator<LocatedFileStatus> listFiles(Path path, boolean recursive)
      throws IOException {
    add(Request.LIST);
    List<LocatedFileStatus> files = new ArrayList<>();
    collect(path, recursive, files);
    return RemoteIterators.remoteIteratorFromIterable(files);
  }

  private void collect(Path path, boolean recursive, List<LocatedFileStatus> files)
      throws IOException {
    for (FileStatus status : children(path)) {
      if (status.isFile()) {
        files.add(new LocatedFileStatus(status, null));
      } else if (recursive) {
        collect(status.getPath(), true, files);
      }
    }
  }

  /** What a folder has, without a count. */
  protected List<FileStatus> children(Path path) throws IOException {
    List<FileStatus> children = new ArrayList<>();
    for (FileStatus status : disk.listStatus(onDisk(path))) {
      children.add(counted(status));
    }
    return children;
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    add(Request.HEAD);
    return status(path);
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    return opened(path, disk.open(onDisk(path), bufferSize));
  }

  /** What a path is, without a count. */
  protected FileStatus status(Path path) throws IOException {
    return counted(disk.getFileStatus(onDisk(path)));
  }

  /** The file of the local disk that has the content of a file here. */
  protected Path onDisk(Path path) {
    return new Path("file", null, path.toUri().getPath());
  }

  private FileStatus counted(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        1,
        status.getBlockSize(),
        status.getModificationTime(),
        new Path(getScheme(), null, status.getPath().toUri().getPath()));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    throw new UnsupportedOperationException("read only");
  }

  @Override
  public void setWorkingDirectory(Path path) {}

  @Override
  public Path getWorkingDirectory() {
    return new Path(getUri());
  }
}
