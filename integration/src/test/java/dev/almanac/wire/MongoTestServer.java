package dev.almanac.wire;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.net.InetSocketAddress;

/**
 * A server that speaks MongoDB's protocol, in memory, and tells what it was asked. A part of
 * MongoDB: no sessions, no change streams, statistics and samples by {@link RecordingBackend}.
 */
public final class MongoTestServer {

  private static final class Holder {
    static final MongoTestServer SHARED = new MongoTestServer();
  }

  private final RecordingBackend backend = new RecordingBackend();
  private final String address;
  private final MongoClient client;

  private MongoTestServer() {
    backend.version(ServerVersion.MONGO_5_0);
    InetSocketAddress bound = new MongoServer(backend).bind();
    address = bound.getHostString() + ":" + bound.getPort();
    client = MongoClients.create(uri());
  }

  /** One for all tests of a JVM, until it ends. */
  public static MongoTestServer shared() {
    return Holder.SHARED;
  }

  /** {@code 127.0.0.1:34567}. */
  public String address() {
    return address;
  }

  /** Connects without user and password. */
  public String uri() {
    return "mongodb://" + address;
  }

  /** To fill it with. */
  public MongoClient client() {
    return client;
  }

  /** What it was asked, and how it shall fail. */
  public RecordingBackend backend() {
    return backend;
  }
}
