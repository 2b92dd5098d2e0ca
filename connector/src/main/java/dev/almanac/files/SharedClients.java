package dev.almanac.files;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.security.UserGroupInformation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients of this JVM, one for each bucket, user and settings: making one takes up to a second,
 * and it has connections to keep. Those that nobody used for a while are closed when there are
 * many.
 */
final class SharedClients {

  private static final Logger LOG = LoggerFactory.getLogger(SharedClients.class);

  /** More than this many are kept only while they are in use. */
  private static final int KEPT = 32;

  /** Longer than any listing waits for its next page. */
  private static final Duration IDLE = Duration.ofMinutes(30);

  private record Key(String scheme, String authority, UserGroupInformation user, String settings) {}

  /** Makes a client. */
  interface Opening {
    FileSystem open(URI uri, Configuration hadoop) throws IOException;
  }

  private static final SharedClients OF_JVM =
      new SharedClients(
          System::nanoTime,
          (uri, hadoop) -> NewClient.of(uri, StoreFiles.forClient(hadoop, uri.getScheme())));

  private final Map<Key, Client> clients = new HashMap<>();
  private final LongSupplier nanoTime;
  private final Opening opening;

  /**
   * @param nanoTime as {@link System#nanoTime} tells it
   */
  SharedClients(LongSupplier nanoTime, Opening opening) {
    this.nanoTime = nanoTime;
    this.opening = opening;
  }

  /**
   * The client for a location, of this JVM's.
   *
   * @param hadoop configured by {@link StoreFiles}
   */
  static Client of(URI uri, Configuration hadoop) throws IOException {
    return OF_JVM.client(uri, hadoop);
  }

  /** The client for a location. */
  Client client(URI uri, Configuration hadoop) throws IOException {
    Key key =
        new Key(
            lower(uri.getScheme()),
            lower(uri.getAuthority()),
            UserGroupInformation.getCurrentUser(),
            StoreFiles.settingsId(hadoop));
    Client client = client(key);
    client.connect(uri, hadoop);
    return client;
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  private Client client(Key key) {
    Client client;
    List<Client> idle = new ArrayList<>();
    synchronized (clients) {
      client = clients.computeIfAbsent(key, added -> new Client());
      client.used();
      if (clients.size() > KEPT) {
        idle.addAll(removeIdle());
      }
    }
    idle.forEach(Client::close);
    return client;
  }

  private List<Client> removeIdle() {
    List<Map.Entry<Key, Client>> oldestFirst = new ArrayList<>(clients.entrySet());
    long now = nanoTime.getAsLong(); // which has no zero to compare with, and may overflow
    oldestFirst.sort(Comparator.comparingLong(entry -> entry.getValue().usedAt - now));
    List<Client> removed = new ArrayList<>();
    for (Map.Entry<Key, Client> entry : oldestFirst) {
      if (clients.size() > KEPT && entry.getValue().isIdle()) {
        clients.remove(entry.getKey());
        removed.add(entry.getValue());
      }
    }
    return removed;
  }

  /** A client and its users. */
  final class Client {

    private final AtomicInteger openStreams = new AtomicInteger();
    private volatile long usedAt; // System.nanoTime()
    private volatile FileSystem fileSystem; // from connect() on

    FileSystem fileSystem() {
      return fileSystem;
    }

    /** Others of the same settings wait; those of other settings do not. */
    private synchronized void connect(URI uri, Configuration hadoop) throws IOException {
      if (fileSystem == null) {
        fileSystem = opening.open(uri, hadoop);
      }
    }

    void used() {
      usedAt = nanoTime.getAsLong();
    }

    /** The stream, which keeps the client open until it is closed. */
    FSDataInputStream counted(FSDataInputStream stream) {
      openStreams.incrementAndGet();
      return new CountedStream(stream, this);
    }

    private void streamClosed() {
      used();
      openStreams.decrementAndGet();
    }

    private boolean isIdle() {
      return openStreams.get() == 0 && nanoTime.getAsLong() - usedAt > IDLE.toNanos();
    }

    private void close() {
      try {
        if (fileSystem != null) {
          fileSystem.close();
        }
      } catch (IOException e) {
        LOG.warn("Closing the idle file system " + fileSystem.getUri() + " failed.", e);
      }
    }
  }

  private static final class CountedStream extends FSDataInputStream {

    private final Client client;
    private boolean closed;

    CountedStream(FSDataInputStream stream, Client client) {
      super(stream);
      this.client = client;
    }

    @Override
    public void close() throws IOException {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      client.streamClosed();
      super.close();
    }
  }
}
