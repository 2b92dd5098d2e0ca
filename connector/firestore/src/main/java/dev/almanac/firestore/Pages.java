package dev.almanac.firestore;

import com.google.api.gax.rpc.ServerStream;
import com.google.firestore.v1.Cursor;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.RunQueryResponse;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.Value;
import com.google.protobuf.Int32Value;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The documents of a part of a query, page by page: the server ends a query that runs long. A page
 * begins after the last document that came, as does a new attempt at one that failed. Documents
 * come one by one as they are asked for, so that memory holds no more than a few of them.
 */
final class Pages implements AutoCloseable {

  private final Server server;
  private final String parent;
  private final StructuredQuery query;
  private final List<FieldPath> order;
  private final int pageSize;
  private final Optional<Instant> readTime;
  private final Retries retries;

  private Optional<Cursor> start;
  private ServerStream<RunQueryResponse> stream; // null between pages
  private Iterator<RunQueryResponse> responses;
  private int asked; // documents of this page
  private int received;
  private boolean exhausted;
  private long requests;

  Pages(
      Server server,
      String parent,
      StructuredQuery query,
      List<FieldPath> order,
      DocumentRange range,
      int pageSize,
      Optional<Instant> readTime) {
    this.server = server;
    this.parent = parent;
    this.order = order;
    this.pageSize = pageSize;
    this.readTime = readTime;
    this.retries = new Retries(server.connection());
    this.start = cursor(range.from());
    StructuredQuery.Builder bounded = query.toBuilder();
    cursor(range.to()).ifPresent(bounded::setEndAt);
    this.query = bounded.build();
  }

  private static Optional<Cursor> cursor(String name) {
    Value value = Value.newBuilder().setReferenceValue(name).build();
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(Cursor.newBuilder().addValues(value).setBefore(true).build());
  }

  /**
   * The next document.
   *
   * @param wanted how many more are needed at most, this one included
   * @return empty after the last
   * @throws dev.almanac.AlmanacException CANNOT_READ_STORE
   */
  Optional<Document> next(long wanted) {
    while (!exhausted) {
      try {
        if (stream == null) {
          open((int) Math.min(pageSize, wanted));
        }
        if (!responses.hasNext()) {
          stream = null;
          exhausted = received < asked;
          continue;
        }
        RunQueryResponse response = responses.next();
        if (response.hasDocument()) {
          received++;
          retries.progressed();
          start = Optional.of(after(response.getDocument()));
          return Optional.of(response.getDocument());
        }
      } catch (RuntimeException e) {
        stream = null;
        retries.failed(e, server.table());
      }
    }
    return Optional.empty();
  }

  private void open(int documents) {
    StructuredQuery.Builder page = query.toBuilder().setLimit(Int32Value.of(documents));
    start.ifPresent(page::setStartAt);
    asked = documents;
    received = 0;
    requests++;
    stream = server.stream(parent, page.build(), readTime);
    responses = stream.iterator();
  }

  private Cursor after(Document document) {
    Cursor.Builder cursor = Cursor.newBuilder().setBefore(false);
    order.forEach(field -> cursor.addValues(field.in(document)));
    return cursor.build();
  }

  long requests() {
    return requests;
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.cancel();
    }
  }
}
