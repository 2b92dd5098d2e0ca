package dev.almanac.firestore.testing;

import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.cloud.firestore.v1.stub.FirestoreStub;
import com.google.cloud.firestore.v1.stub.FirestoreStubSettings;
import com.google.firestore.v1.ArrayValue;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.MapValue;
import com.google.firestore.v1.Value;
import com.google.firestore.v1.Write;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills a database, whatever server it is on. */
public final class Documents implements AutoCloseable {

  private static final int BATCH = 400;

  private final String database;
  private final FirestoreStub client;

  /**
   * A database on a server without encryption.
   *
   * @param address {@code host:port}
   */
  public Documents(String address, String project) {
    this.database = "projects/" + project + "/databases/(default)";
    try {
      this.client =
          FirestoreStubSettings.newBuilder()
              .setEndpoint(address)
              .setCredentialsProvider(NoCredentialsProvider.create())
              .setHeaderProvider(FixedHeaderProvider.create("Authorization", "Bearer owner"))
              .setTransportChannelProvider(
                  FirestoreStubSettings.defaultGrpcTransportProviderBuilder()
                      .setAttemptDirectPath(false)
                      .setChannelConfigurator(builder -> builder.usePlaintext())
                      .build())
              .build()
              .createStub();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The full name of a document. */
  public String name(String path) {
    return database + "/documents/" + path;
  }

  /** Writes documents, by their paths. */
  public void put(Map<String, Map<String, Object>> documents) {
    List<Write> writes = new ArrayList<>();
    documents.forEach(
        (path, fields) ->
            writes.add(
                Write.newBuilder()
                    .setUpdate(
                        Document.newBuilder()
                            .setName(name(path))
                            .putAllFields(value(fields).getMapValue().getFieldsMap()))
                    .build()));
    for (int i = 0; i < writes.size(); i += BATCH) {
      commit(writes.subList(i, Math.min(writes.size(), i + BATCH)));
    }
  }

  /** Writes one document. */
  public void put(String path, Map<String, Object> fields) {
    put(Map.of(path, fields));
  }

  /** Deletes a document. */
  public void delete(String path) {
    commit(List.of(Write.newBuilder().setDelete(name(path)).build()));
  }

  private void commit(List<Write> writes) {
    client
        .commitCallable()
        .call(CommitRequest.newBuilder().setDatabase(database).addAllWrites(writes).build());
  }

  /** A value: null, Boolean, Long, Double, String, Instant, byte[], List, Map, or one as it is. */
  public static Value value(Object object) {
    Value.Builder value = Value.newBuilder();
    if (object == null) {
      value.setNullValueValue(0);
    } else if (object instanceof Value ready) {
      return ready;
    } else if (object instanceof Boolean it) {
      value.setBooleanValue(it);
    } else if (object instanceof Long it) {
      value.setIntegerValue(it);
    } else if (object instanceof Double it) {
      value.setDoubleValue(it);
    } else if (object instanceof String it) {
      value.setStringValue(it);
    } else if (object instanceof Instant it) {
      value.setTimestampValue(
          Timestamp.newBuilder().setSeconds(it.getEpochSecond()).setNanos(it.getNano()));
    } else if (object instanceof byte[] it) {
      value.setBytesValue(ByteString.copyFrom(it));
    } else if (object instanceof List<?> list) {
      ArrayValue.Builder array = ArrayValue.newBuilder();
      list.forEach(element -> array.addValues(value(element)));
      value.setArrayValue(array);
    } else if (object instanceof Map<?, ?> map) {
      MapValue.Builder fields = MapValue.newBuilder();
      map.forEach((name, field) -> fields.putFields((String) name, value(field)));
      value.setMapValue(fields);
    } else {
      throw new IllegalArgumentException("no value of Firestore: " + object.getClass());
    }
    return value.build();
  }

  @Override
  public void close() {
    client.close();
  }
}
