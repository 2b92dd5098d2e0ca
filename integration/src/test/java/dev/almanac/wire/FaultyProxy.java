package dev.almanac.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands before an HTTP server on loopback: logs each request, and does as the rules say that fit
 * it. Headers pass unchanged, so that signatures stay valid.
 */
public final class FaultyProxy implements AutoCloseable {

  /** A request as the server sees it: the path with its query, undecoded. */
  public record Request(String method, String path, HttpHead head) {

    /** For asserting what was asked: {@code GET /bucket?list-type=2&prefix=a%2F}. */
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private record Rule(Predicate<Request> fits, Fault fault, AtomicInteger times) {

    boolean takes(Request request) {
      return fits.test(request) && times.getAndUpdate(left -> left > 0 ? left - 1 : 0) > 0;
    }
  }

  /** How long a connection to the server may lie idle; servers wait longer. In nanoseconds. */
  private static final long REST = 2_000_000_000L;

  private final ServerSocket listener;
  private final int serverPort;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "faulty-proxy");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Request> log = new CopyOnWriteArrayList<>();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();

  /** Starts a proxy before a server on this machine's port. */
  public FaultyProxy(int serverPort) {
    this.serverPort = serverPort;
    try {
      listener = new ServerSocket();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Where clients find it. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** All requests since {@link #reset}. */
  public List<Request> log() {
    return List.copyOf(log);
  }

  /** Forgets the requests and the rules. */
  public void reset() {
    log.clear();
    rules.clear();
  }

  /** Does this to the next requests that fit, so many times. */
  public void fault(int times, Predicate<Request> fits, Fault fault) {
    rules.add(new Rule(fits, fault, new AtomicInteger(times)));
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Exchange exchange = new Exchange(client)) {
      boolean more = true;
      while (more) {
        more = exchange.next();
      }
    } catch (IOException e) {
      // either side closed the connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Fault> fault(Request request) {
    return rules.stream().filter(rule -> rule.takes(request)).findFirst().map(Rule::fault);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The requests of one connection, one after the other. */
  private final class Exchange implements AutoCloseable {

    private final Socket client;
    private final InputStream fromClient;
    private final OutputStream toClient;
    private Socket server;
    private InputStream fromServer;
    private OutputStream toServer;
    private long used;

    Exchange(Socket client) throws IOException {
      this.client = client;
      client.setTcpNoDelay(true);
      this.fromClient = new BufferedInputStream(client.getInputStream());
      this.toClient = new BufferedOutputStream(client.getOutputStream());
      connect();
    }

    private void connect() throws IOException {
      server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      server.setTcpNoDelay(true);
      fromServer = new BufferedInputStream(server.getInputStream());
      toServer = new BufferedOutputStream(server.getOutputStream());
      used = System.nanoTime();
    }

    /**
     * A server closes a connection that lies idle, and the client, which does not see that, would
     * have to send its next request twice.
     */
    private void reconnectAfterRest() throws IOException {
      if (System.nanoTime() - used > REST) {
        server.close();
        connect();
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
    }

    /** Whether there may be another request. */
    boolean next() throws IOException, InterruptedException {
      Optional<HttpHead> head = HttpHead.read(fromClient);
      if (head.isEmpty()) {
        return false;
      }
      String[] line = head.get().firstLine().split(" ", -1);
      Request request = new Request(line[0], line[1], head.get());
      log.add(request);
      reconnectAfterRest();
      Optional<Fault> fault = fault(request);
      if (fault.isPresent() && fault.get() instanceof Fault.Reset) {
        client.setSoLinger(true, 0);
        return false;
      }
      boolean answersItself = fault.isPresent() && fault.get() instanceof Fault.Answer;
      if (fault.isPresent() && fault.get() instanceof Fault.Delay delay) {
        Thread.sleep(delay.milliseconds());
      }
      HttpHead sent = request.head();
      if (sent.header("expect").isPresent()) {
        toClient.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(HttpHead.CHARSET));
        toClient.flush();
        sent = sent.without("expect");
      }
      OutputStream target = answersItself ? OutputStream.nullOutputStream() : toServer;
      target.write(sent.bytes());
      sent.copyBody(fromClient, target, true);
      target.flush();
      if (answersItself) {
        return answer((Fault.Answer) fault.get());
      }
      return passOn(request, fault);
    }

    private boolean answer(Fault.Answer answer) throws IOException {
      String head =
          "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
              .formatted(
                  answer.status(),
                  answer.status() == 403 ? "Forbidden" : "Service Unavailable",
                  answer.contentType(),
                  answer.body().length());
      toClient.write(head.getBytes(HttpHead.CHARSET));
      toClient.write(answer.body().getBytes(HttpHead.CHARSET));
      toClient.flush();
      return false;
    }

    private boolean passOn(Request request, Optional<Fault> fault) throws IOException {
      Optional<HttpHead> answer = HttpHead.read(fromServer);
      if (answer.isEmpty()) {
        return false;
      }
      OutputStream out = fault.map(this::faulty).orElse(toClient);
      toClient.write(answer.get().bytes());
      if (!request.method().equals("HEAD")) {
        answer.get().copyBody(fromServer, out, false);
      }
      out.flush();
      used = System.nanoTime();
      return !"close".equalsIgnoreCase(answer.get().header("connection").orElse(""));
    }

    private OutputStream faulty(Fault fault) {
      if (fault instanceof Fault.Cut cut) {
        return new CutStream(toClient, cut.bytes());
      }
      return fault instanceof Fault.Drip drip
          ? new DrippingStream(toClient, drip.bytes(), drip.milliseconds())
          : toClient;
    }
  }
}
