package dev.almanac.firestore.testing;

import com.google.firestore.v1.AggregationResult;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.firestore.v1.Cursor;
import com.google.firestore.v1.Document;
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
import com.google.firestore.v1.StructuredAggregationQuery.Aggregation;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Value;
import com.google.firestore.v1.Write;
import com.google.firestore.v1.WriteResult;
import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Documents in memory, each with its former versions. */
final class FakeDatabase {

  /**
   * By full name in the server's order, and by the time of each version; empty ones are deleted.
   */
  private final NavigableMap<String, NavigableMap<Instant, Document>> documents =
      new TreeMap<>(FakeValues::compareNames);

  private Instant last = Instant.EPOCH;

  synchronized CommitResponse commit(CommitRequest request) {
    Instant time = tick();
    CommitResponse.Builder response = CommitResponse.newBuilder().setCommitTime(timestamp(time));
    for (Write write : request.getWritesList()) {
      String name = write.hasUpdate() ? write.getUpdate().getName() : write.getDelete();
      Document.Builder document =
          write.hasUpdate()
              ? write.getUpdate().toBuilder()
                  .setCreateTime(timestamp(time))
                  .setUpdateTime(timestamp(time))
              : Document.newBuilder();
      documents.computeIfAbsent(name, it -> new TreeMap<>()).put(time, document.build());
      response.addWriteResults(WriteResult.newBuilder().setUpdateTime(timestamp(time)));
    }
    return response.build();
  }

  /** Later than any time before. */
  private Instant tick() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    return last;
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  private static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  private Instant readTime(boolean given, Timestamp time) {
    Instant now = tick();
    if (!given) {
      return now;
    }
    if (instant(time).isBefore(now.minus(1, ChronoUnit.HOURS))) {
      throw Status.FAILED_PRECONDITION
          .withDescription("The requested 'read_time' is too old.")
          .asRuntimeException();
    }
    return instant(time);
  }

  private List<Document> at(Instant time) {
    List<Document> found = new ArrayList<>();
    for (NavigableMap<Instant, Document> versions : documents.values()) {
      var version = versions.floorEntry(time);
      if (version != null && !version.getValue().getName().isEmpty()) {
        found.add(version.getValue());
      }
    }
    return found;
  }

  synchronized List<RunQueryResponse> run(RunQueryRequest request) {
    Instant time = readTime(request.hasReadTime(), request.getReadTime());
    List<RunQueryResponse> responses = new ArrayList<>();
    for (Document document : found(request.getParent(), request.getStructuredQuery(), time)) {
      responses.add(
          RunQueryResponse.newBuilder().setDocument(document).setReadTime(timestamp(time)).build());
    }
    if (responses.isEmpty()) {
      responses.add(RunQueryResponse.newBuilder().setReadTime(timestamp(time)).build());
    }
    return responses;
  }

  private List<Document> found(String parent, StructuredQuery query, Instant time) {
    return new FakeQuery(parent, query).of(at(time));
  }

  synchronized List<RunAggregationQueryResponse> aggregate(RunAggregationQueryRequest request) {
    Instant time = readTime(request.hasReadTime(), request.getReadTime());
    var query = request.getStructuredAggregationQuery();
    List<Document> found = found(request.getParent(), query.getStructuredQuery(), time);
    for (Aggregation aggregation : query.getAggregationsList()) {
      // As the real one: a document that lacks a field of any aggregate counts for none.
      String field =
          aggregation.hasSum()
              ? aggregation.getSum().getField().getFieldPath()
              : aggregation.getAvg().getField().getFieldPath();
      if (!field.isEmpty()) {
        found = found.stream().filter(it -> FakeQuery.field(it, field).isPresent()).toList();
      }
    }
    AggregationResult.Builder result = AggregationResult.newBuilder();
    for (Aggregation aggregation : query.getAggregationsList()) {
      result.putAggregateFields(aggregation.getAlias(), value(aggregation, found));
    }
    return List.of(
        RunAggregationQueryResponse.newBuilder()
            .setResult(result)
            .setReadTime(timestamp(time))
            .build());
  }

  private static Value value(Aggregation aggregation, List<Document> found) {
    if (aggregation.hasCount()) {
      return Value.newBuilder().setIntegerValue(found.size()).build();
    }
    return aggregation.hasSum()
        ? FakeValues.sum(numbers(found, aggregation.getSum().getField().getFieldPath()))
        : FakeValues.average(numbers(found, aggregation.getAvg().getField().getFieldPath()));
  }

  private static List<Value> numbers(List<Document> found, String field) {
    return found.stream()
        .flatMap(document -> FakeQuery.field(document, field).stream())
        .filter(value -> value.hasIntegerValue() || value.hasDoubleValue())
        .toList();
  }

  synchronized PartitionQueryResponse partition(PartitionQueryRequest request) {
    StructuredQuery query = request.getStructuredQuery();
    boolean allowed =
        query.getFromCount() == 1
            && query.getFrom(0).getAllDescendants()
            && !query.hasWhere()
            && !query.hasLimit()
            && query.getOrderByCount() == 1
            && query.getOrderBy(0).getField().getFieldPath().equals("__name__");
    if (!allowed) {
      throw Status.INVALID_ARGUMENT
          .withDescription("PartitionQuery takes a collection group ordered by __name__")
          .asRuntimeException();
    }
    Instant time = readTime(request.hasReadTime(), request.getReadTime());
    List<Document> all = found(request.getParent(), query, time);
    PartitionQueryResponse.Builder response = PartitionQueryResponse.newBuilder();
    int parts = (int) Math.min(request.getPartitionCount() + 1, Math.max(1, all.size()));
    for (int i = 1; i < parts; i++) {
      String name = all.get((int) ((long) all.size() * i / parts)).getName();
      response.addPartitions(
          Cursor.newBuilder().addValues(Value.newBuilder().setReferenceValue(name)));
    }
    return response.build();
  }

  synchronized ListCollectionIdsResponse collections(ListCollectionIdsRequest request) {
    return ListCollectionIdsResponse.newBuilder()
        .addAllCollectionIds(below(request.getParent(), 1, rest -> rest[0]))
        .build();
  }

  synchronized ListDocumentsResponse documents(ListDocumentsRequest request) {
    String collection = request.getParent() + "/" + request.getCollectionId();
    ListDocumentsResponse.Builder response = ListDocumentsResponse.newBuilder();
    below(collection, 1, rest -> collection + "/" + rest[0]).stream()
        .limit(request.getPageSize())
        .forEach(name -> response.addDocuments(Document.newBuilder().setName(name)));
    return response.build();
  }

  private Set<String> below(String parent, int least, Function<String[], String> part) {
    Set<String> found = new TreeSet<>();
    for (Document document : at(tick())) {
      if (document.getName().startsWith(parent + "/")) {
        String[] rest = document.getName().substring(parent.length() + 1).split("/", -1);
        if (rest.length >= least) {
          found.add(part.apply(rest));
        }
      }
    }
    return found;
  }
}
