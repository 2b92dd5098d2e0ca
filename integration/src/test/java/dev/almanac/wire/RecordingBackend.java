package dev.almanac.wire;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Records all commands, and adds what the memory backend lacks of that a reader needs: {@code
 * $collStats}, a {@code $sample} that can be relied on, {@code $bucketAuto}, logins.
 */
public final class RecordingBackend extends MemoryBackend {

  /** A refusal: MongoDB's number and name for it, and its text. */
  public record Refusal(int code, String name, String message) {}

  private final List<Document> commands = new CopyOnWriteArrayList<>();
  private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
  private final Map<String, Document> descriptions = new ConcurrentHashMap<>();
  private final ScramLogin login = new ScramLogin("reader", "p@ss:w/rd");

  /** The commands about a collection, each as text, in the order in which they came. */
  public List<String> commands(String name, String collection) {
    return commands.stream()
        .filter(command -> collection.equals(command.get(name)))
        .map(Document::toString)
        .toList();
  }

  /** Forgets the commands until now. */
  public void forget() {
    commands.clear();
  }

  /** Refuses a command, such as {@code aggregate}, on a collection from now on. */
  public void refuse(String command, String collection, Refusal refusal) {
    refusals.put(command + " " + collection, refusal);
  }

  /** Refuses what tells of a collection's size, and nothing else, from now on. */
  public void refuseStatistics(String collection, Refusal refusal) {
    refuse("$collStats", collection, refusal);
    refuse("collStats", collection, refusal);
  }

  private void check(String command, Object collection) {
    Refusal refusal = refusals.get(command + " " + collection);
    if (refusal != null) {
      throw new MongoServerError(refusal.code(), refusal.name(), refusal.message());
    }
  }

  /** Lists a collection as something else, such as a view. */
  public void describe(String collection, String type, Document options) {
    descriptions.put(collection, new Document("type", type).append("options", options));
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    Document command = message.getDocument();
    commands.add(command);
    String name = command.keySet().iterator().next();
    check(name, command.get(name));
    return switch (name) {
      case "hello" -> hello(message);
      case "saslStart", "saslContinue" -> login.answer(command);
      case "listCollections" -> described(super.handleMessage(message));
      case "aggregate" -> aggregate(message);
      default -> super.handleMessage(message);
    };
  }

  private Document hello(MongoMessage message) {
    Document asked = message.getDocument().cloneDeeply();
    asked.remove("hello");
    Document command = new Document("isMaster", 1).appendAll(asked);
    return super.handleMessage(with(message, command)).append("isWritablePrimary", true);
  }

  /** A database that was profiled has a collection of that name. */
  private Document described(Document answer) {
    Document cursor = (Document) answer.get("cursor");
    List<Document> collections = batch(cursor);
    collections.add(new Document("name", "system.profile").append("type", "collection"));
    cursor.put("firstBatch", collections);
    for (Document collection : collections) {
      Document description = descriptions.get(collection.get("name"));
      if (description != null) {
        collection.putAll(description);
      }
    }
    return answer;
  }

  private Document aggregate(MongoMessage message) {
    List<Document> stages = stages(message.getDocument());
    if (!stages.isEmpty() && stages.get(0).containsKey("$collStats")) {
      check("$collStats", message.getDocument().get("aggregate"));
      return statistics(message, stages.size() > 1);
    }
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).containsKey("$sample")) {
        check("$sample", message.getDocument().get("aggregate"));
        return sample(message, stages, i);
      }
    }
    return super.handleMessage(message);
  }

  private Document statistics(MongoMessage message, boolean projected) {
    Document asked = new Document("collStats", message.getDocument().get("aggregate"));
    Document answer = super.handleMessage(with(message, asked));
    Document numbers =
        new Document("size", answer.get("size")).append("count", answer.get("count"));
    return answer(message, List.of(projected ? numbers : new Document("storageStats", numbers)));
  }

  private Document sample(MongoMessage message, List<Document> stages, int place) {
    List<Document> sampled = new ArrayList<>(run(message, stages.subList(0, place)));
    Collections.shuffle(sampled, new Random(42));
    Number size = (Number) ((Document) stages.get(place).get("$sample")).get("size");
    sampled = new ArrayList<>(sampled.subList(0, Math.min(size.intValue(), sampled.size())));
    for (Document stage : stages.subList(place + 1, stages.size())) {
      if (stage.containsKey("$bucketAuto")) {
        sampled = buckets(sampled, (Document) stage.get("$bucketAuto"));
      } else if (stage.containsKey("$sort")) {
        String key = ((Document) stage.get("$sort")).keySet().iterator().next();
        sampled.sort((one, other) -> compare(one.get(key), other.get(key)));
      } // a $project only makes the documents smaller
    }
    return answer(message, sampled);
  }

  private static List<Document> buckets(List<Document> documents, Document options) {
    String key = ((String) options.get("groupBy")).substring(1);
    int wanted = Math.max(1, ((Number) options.get("buckets")).intValue());
    documents.sort((one, other) -> compare(one.get(key), other.get(key)));
    int each = Math.max(1, (int) Math.ceil(documents.size() / (double) wanted));
    List<Document> buckets = new ArrayList<>();
    for (int start = 0; start < documents.size(); start += each) {
      int next = Math.min(start + each, documents.size() - 1);
      Document bounds =
          new Document("min", documents.get(start).get(key))
              .append("max", documents.get(next).get(key));
      buckets.add(new Document("_id", bounds).append("count", each));
    }
    return buckets;
  }

  private static int compare(Object one, Object other) {
    return ValueComparator.asc().compare(one, other);
  }

  private List<Document> run(MongoMessage message, List<Document> stages) {
    Document command = message.getDocument().cloneDeeply();
    command.put("pipeline", new ArrayList<>(stages));
    command.put("cursor", new Document("batchSize", 1_000_000));
    return batch((Document) super.handleMessage(with(message, command)).get("cursor"));
  }

  @SuppressWarnings("unchecked") // as the protocol has it
  private static List<Document> stages(Document command) {
    return new ArrayList<>((java.util.Collection<Document>) command.get("pipeline"));
  }

  @SuppressWarnings("unchecked") // as the protocol has it
  private static List<Document> batch(Document cursor) {
    return new ArrayList<>((java.util.Collection<Document>) cursor.get("firstBatch"));
  }

  private static Document answer(MongoMessage message, List<Document> documents) {
    Object collection = message.getDocument().get("aggregate");
    Document cursor =
        new Document("id", 0L)
            .append("ns", message.getDatabaseName() + "." + collection)
            .append("firstBatch", documents);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  private static MongoMessage with(MongoMessage message, Document command) {
    command.put("$db", message.getDatabaseName());
    return new MongoMessage(message.getChannel(), message.getHeader(), command);
  }
}
