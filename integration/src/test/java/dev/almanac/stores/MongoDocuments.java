package dev.almanac.stores;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.almanac.wire.MongoTestServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * A database of a MongoDB server that tests fill.
 *
 * @param uri of the server, without a database
 * @param client to fill it with
 * @param database the store's
 */
record MongoDocuments(String uri, MongoClient client, String database) implements TestDocuments {

  static final String REAL = "ALMANAC_TEST_MONGODB_URI";

  /** The server in memory. */
  static MongoDocuments inMemory(String database) {
    MongoTestServer server = MongoTestServer.shared();
    return new MongoDocuments(server.uri(), server.client(), database);
  }

  /** The one that {@code ALMANAC_TEST_MONGODB_URI} names. */
  static MongoDocuments real(String database) {
    String uri = System.getenv(REAL);
    return new MongoDocuments(uri, MongoClients.create(uri), database);
  }

  @Override
  public String location() {
    return "mongodb://test/" + database;
  }

  @Override
  public Map<String, String> options() {
    return Map.of("connector", "mongodb", "mongodb.uri", uri);
  }

  @Override
  public Map<String, String> unreachable() {
    return Map.of(
        "connector",
        "mongodb",
        "mongodb.uri",
        "mongodb://127.0.0.1:1",
        "mongodb.options.serverSelectionTimeoutMS",
        "500");
  }

  @Override
  public ChronoUnit precision() {
    return ChronoUnit.MILLIS;
  }

  @Override
  public void add(String collection, List<Map<String, Object>> documents) {
    client
        .getDatabase(database)
        .getCollection(collection)
        .insertMany(documents.stream().map(map -> (Document) bson(map)).toList());
  }

  /** A server that cannot may refuse it, or hang up. */
  @Override
  public boolean keeps(Object value) {
    MongoCollection<Document> probe = client.getDatabase(database).getCollection("probe");
    try {
      probe.insertOne(new Document("v", value));
      return value.equals(probe.find().first().get("v"));
    } catch (MongoException e) {
      return false;
    } finally {
      probe.drop();
    }
  }

  private static Object bson(Object value) {
    if (value instanceof Map<?, ?> map) {
      Document document = new Document();
      map.forEach((key, inner) -> document.append((String) key, bson(inner)));
      return document;
    } else if (value instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(inner -> values.add(bson(inner)));
      return values;
    } else if (value instanceof Instant instant) {
      return Date.from(instant);
    }
    return value;
  }
}
