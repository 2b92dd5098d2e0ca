package dev.almanac.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.ServerStream;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.cloud.firestore.v1.stub.FirestoreStub;
import com.google.firestore.v1.Cursor;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.DocumentMask;
import com.google.firestore.v1.ListCollectionIdsRequest;
import com.google.firestore.v1.ListDocumentsRequest;
import com.google.firestore.v1.PartitionQueryRequest;
import com.google.firestore.v1.RunAggregationQueryRequest;
import com.google.firestore.v1.RunAggregationQueryResponse;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.RunQueryResponse;
import com.google.firestore.v1.StructuredAggregationQuery;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The requests to a database. Each method but {@link #stream} tries again what may pass, and throws
 * CANNOT_READ_STORE otherwise.
 *
 * @param table what is read, for messages
 */
record Server(Connection connection, String table) {

  /** Documents, and the instant at which they were so. */
  record Documents(List<Document> documents, Optional<Instant> readTime) {}

  private FirestoreStub client() {
    return Clients.of(connection);
  }

  /** Begins a query; its parts come as they are asked for, and errors as they occur. */
  ServerStream<RunQueryResponse> stream(
      String parent, StructuredQuery query, Optional<Instant> readTime) {
    RunQueryRequest.Builder request =
        RunQueryRequest.newBuilder()
            .setParent(connection.fullName(parent))
            .setStructuredQuery(query);
    readTime.map(Timestamps::of).ifPresent(request::setReadTime);
    return client().runQueryCallable().call(request.build());
  }

  /** The result of a query that has few documents. */
  Documents query(String parent, StructuredQuery query, Optional<Instant> readTime) {
    return attempt(
        () -> {
          List<Document> documents = new ArrayList<>();
          Optional<Instant> time = Optional.empty();
          for (RunQueryResponse response : stream(parent, query, readTime)) {
            if (response.hasDocument()) {
              documents.add(response.getDocument());
            }
            if (response.hasReadTime()) {
              time = Optional.of(Timestamps.instant(response.getReadTime()));
            }
          }
          return new Documents(documents, time);
        });
  }

  /** The aggregates of a query, by their aliases. */
  Map<String, Value> aggregate(
      String parent, StructuredAggregationQuery query, Optional<Instant> readTime) {
    RunAggregationQueryRequest.Builder request =
        RunAggregationQueryRequest.newBuilder()
            .setParent(connection.fullName(parent))
            .setStructuredAggregationQuery(query);
    readTime.map(Timestamps::of).ifPresent(request::setReadTime);
    return attempt(
        () -> {
          Map<String, Value> values = Map.of();
          for (RunAggregationQueryResponse response :
              client().runAggregationQueryCallable().call(request.build())) {
            if (response.hasResult()) {
              values = response.getResult().getAggregateFieldsMap();
            }
          }
          return values;
        });
  }

  /**
   * Where to cut the documents of all collections of an id.
   *
   * @return empty where the server cannot say
   */
  Optional<List<Cursor>> partition(
      String parent, StructuredQuery query, int cuts, Optional<Instant> readTime) {
    PartitionQueryRequest.Builder request =
        PartitionQueryRequest.newBuilder()
            .setParent(connection.fullName(parent))
            .setStructuredQuery(query)
            .setPartitionCount(cuts);
    readTime.map(Timestamps::of).ifPresent(request::setReadTime);
    return attempt(
        () -> {
          try {
            List<Cursor> cursors = new ArrayList<>();
            client()
                .partitionQueryPagedCallable()
                .call(request.build())
                .iterateAll()
                .forEach(cursors::add);
            return Optional.of(cursors);
          } catch (ApiException e) {
            if (ServerErrors.code(e) == Code.UNIMPLEMENTED) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /** The ids of the collections directly below a document; below the root for an empty path. */
  List<String> collectionIds(String document) {
    ListCollectionIdsRequest request =
        ListCollectionIdsRequest.newBuilder().setParent(connection.fullName(document)).build();
    return attempt(
        () -> {
          List<String> ids = new ArrayList<>();
          client().listCollectionIdsPagedCallable().call(request).iterateAll().forEach(ids::add);
          return ids;
        });
  }

  /** The first documents of a collection, those included that exist only by what is below them. */
  List<String> documentPaths(CollectionPath collection, int most) {
    ListDocumentsRequest request =
        ListDocumentsRequest.newBuilder()
            .setParent(connection.fullName(collection.parent()))
            .setCollectionId(collection.id())
            .setPageSize(most)
            .setMask(DocumentMask.newBuilder().addFieldPaths(FieldPath.NAME.toString()))
            .setShowMissing(true)
            .build();
    return attempt(
        () ->
            client().listDocumentsCallable().call(request).getDocumentsList().stream()
                .map(document -> connection.path(document.getName()))
                .toList());
  }

  private <T> T attempt(Supplier<T> action) {
    Retries retries = new Retries(connection);
    while (true) {
      try {
        return action.get();
      } catch (RuntimeException e) {
        retries.failed(e, table);
      }
    }
  }
}
