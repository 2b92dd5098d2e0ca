package dev.almanac.firestore.testing;

import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.firestore.v1.ListCollectionIdsRequest;
import com.google.firestore.v1.ListCollectionIdsResponse;
import com.google.firestore.v1.ListDocumentsRequest;
import com.google.firestore.v1.ListDocumentsResponse;
import com.google.firestore.v1.PartitionQueryRequest;
import com.google.firestore.v1.PartitionQueryResponse;
import com.google.firestore.v1.RunAggregationQueryRequest;
import com.google.firestore.v1.RunAggregationQueryResponse;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.RunQueryResponse;
import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;

/**
 * Speaks Firestore's protocol on a free loopback port, as far as reading needs it: queries with
 * filters, orders, cursors, limits, projections and read times, aggregates, partitions, listings.
 * Remembers all requests, and fails as told.
 */
public final class FakeFirestore implements AutoCloseable {

  private static final String SERVICE = "google.firestore.v1.Firestore";

  /**
   * A failure to come.
   *
   * @param of the request that fails
   * @param status with which error
   * @param after how many documents of it are sent first
   */
  private record Fault(Class<? extends Message> of, Status status, int after) {}

  private final FakeDatabase database = new FakeDatabase();
  private final List<Message> requests = new CopyOnWriteArrayList<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final boolean partitions;
  private final Server server;

  /** A server that knows all requests. */
  public FakeFirestore() {
    this(true, Optional.empty());
  }

  /** A server that lacks PartitionQuery, as emulators do. */
  public static FakeFirestore withoutPartitions() {
    return new FakeFirestore(false, Optional.empty());
  }

  /** A server that speaks TLS, with the keys of a key manager. */
  public static FakeFirestore encrypted(KeyManagerFactory keys) {
    return new FakeFirestore(true, Optional.of(keys));
  }

  private FakeFirestore(boolean partitions, Optional<KeyManagerFactory> keys) {
    this.partitions = partitions;
    try {
      NettyServerBuilder builder =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(service());
      if (keys.isPresent()) {
        builder.sslContext(
            GrpcSslContexts.configure(SslContextBuilder.forServer(keys.get())).build());
      }
      server = builder.build().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens: {@code 127.0.0.1:port}. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Of the loopback address. */
  public int port() {
    return server.getPort();
  }

  /** The requests of a kind, since the last {@link #forget}. */
  public <T extends Message> List<T> requests(Class<T> kind) {
    return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Forgets requests, and faults that did not come. */
  public void forget() {
    requests.clear();
    faults.clear();
  }

  /** The next request of a kind fails, after so many documents. */
  public void fail(Class<? extends Message> of, Status status, int after) {
    faults.add(new Fault(of, status, after));
  }

  private ServerServiceDefinition service() {
    return ServerServiceDefinition.builder(SERVICE)
        .addMethod(
            method(
                "RunQuery",
                MethodType.SERVER_STREAMING,
                RunQueryRequest.getDefaultInstance(),
                RunQueryResponse.getDefaultInstance()),
            ServerCalls.asyncServerStreamingCall(
                (request, responses) -> stream(request, responses, database::run)))
        .addMethod(
            method(
                "RunAggregationQuery",
                MethodType.SERVER_STREAMING,
                RunAggregationQueryRequest.getDefaultInstance(),
                RunAggregationQueryResponse.getDefaultInstance()),
            ServerCalls.asyncServerStreamingCall(
                (request, responses) -> stream(request, responses, database::aggregate)))
        .addMethod(
            method(
                "PartitionQuery",
                MethodType.UNARY,
                PartitionQueryRequest.getDefaultInstance(),
                PartitionQueryResponse.getDefaultInstance()),
            ServerCalls.asyncUnaryCall(
                (request, responses) -> answer(request, responses, this::partition)))
        .addMethod(
            method(
                "ListCollectionIds",
                MethodType.UNARY,
                ListCollectionIdsRequest.getDefaultInstance(),
                ListCollectionIdsResponse.getDefaultInstance()),
            ServerCalls.asyncUnaryCall(
                (request, responses) -> answer(request, responses, database::collections)))
        .addMethod(
            method(
                "ListDocuments",
                MethodType.UNARY,
                ListDocumentsRequest.getDefaultInstance(),
                ListDocumentsResponse.getDefaultInstance()),
            ServerCalls.asyncUnaryCall(
                (request, responses) -> answer(request, responses, database::documents)))
        .addMethod(
            method(
                "Commit",
                MethodType.UNARY,
                CommitRequest.getDefaultInstance(),
                CommitResponse.getDefaultInstance()),
            ServerCalls.asyncUnaryCall(
                (request, responses) -> answer(request, responses, database::commit)))
        .build();
  }

  private static <Q extends Message, R extends Message> MethodDescriptor<Q, R> method(
      String name, MethodType type, Q request, R response) {
    return MethodDescriptor.<Q, R>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .setRequestMarshaller(ProtoUtils.marshaller(request))
        .setResponseMarshaller(ProtoUtils.marshaller(response))
        .build();
  }

  private PartitionQueryResponse partition(PartitionQueryRequest request) {
    if (!partitions) {
      throw Status.UNIMPLEMENTED.withDescription("PartitionQuery").asRuntimeException();
    }
    return database.partition(request);
  }

  private <Q extends Message, R> void answer(
      Q request, StreamObserver<R> responses, Function<Q, R> handler) {
    stream(request, responses, it -> List.of(handler.apply(it)));
  }

  /** Sends no faster than the client takes it. */
  private <Q extends Message, R> void stream(
      Q request, StreamObserver<R> responses, Function<Q, List<R>> handler) {
    requests.add(request);
    Fault fault = faults.peek();
    boolean fails = fault != null && fault.of().isInstance(request) && faults.remove(fault);
    try {
      List<R> all = handler.apply(request);
      Iterator<R> rest =
          (fails ? all.subList(0, Math.min(fault.after(), all.size())) : all).iterator();
      ServerCallStreamObserver<R> client = (ServerCallStreamObserver<R>) responses;
      boolean[] ended = new boolean[1];
      Runnable send =
          () -> {
            while (client.isReady() && rest.hasNext()) {
              client.onNext(rest.next());
            }
            if (!rest.hasNext() && !ended[0]) {
              ended[0] = true;
              if (fails) {
                client.onError(fault.status().asRuntimeException());
              } else {
                client.onCompleted();
              }
            }
          };
      client.setOnReadyHandler(send);
      client.setOnCancelHandler(() -> ended[0] = true);
      if (client.isReady()) {
        send.run();
      }
    } catch (StatusRuntimeException e) {
      responses.onError(e);
    } catch (RuntimeException e) {
      responses.onError(Status.INTERNAL.withDescription(e.toString()).asRuntimeException());
    }
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
