package dev.almanac.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.spark.sql.connector.read.MongoInputPartition;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** Parts of a collection have every document once, whatever its key is. */
class WholeRangeTest {

  private static List<MongoInputPartition> parts(String... matches) {
    List<MongoInputPartition> parts = new ArrayList<>();
    for (String match : matches) {
      BsonDocument stage = new BsonDocument("$match", BsonDocument.parse(match));
      parts.add(new MongoInputPartition(parts.size(), List.of(stage)));
    }
    return parts;
  }

  private static String first(List<MongoInputPartition> parts) {
    return parts.get(0).getPipeline().get(0).toJson();
  }

  @Test
  void theFirstPartHasWhatCannotBeCompared() {
    List<MongoInputPartition> whole =
        WholeRange.of(parts("{_id: {$lt: 5}}", "{_id: {$gte: 5, $lt: 9}}", "{_id: {$gte: 9}}"))
            .orElseThrow();

    assertThat(whole).hasSize(3);
    assertThat(first(whole)).isEqualTo("{\"$match\": {\"_id\": {\"$not\": {\"$gte\": 5}}}}");
    assertThat(whole.get(2).getPipeline().get(0).toJson())
        .isEqualTo("{\"$match\": {\"_id\": {\"$gte\": 9}}}");
  }

  @Test
  void boundsMayStandInAnAnd() {
    List<MongoInputPartition> whole =
        WholeRange.of(parts("{$and: [{k: {$lt: 'm'}}]}", "{$and: [{k: {$gte: 'm'}}]}"))
            .orElseThrow();

    assertThat(first(whole)).contains("\"$not\": {\"$gte\": \"m\"}");
  }

  @Test
  void boundsOfSeveralTypesDivideNothing() {
    assertThat(
            WholeRange.of(
                parts(
                    "{_id: {$lt: 5}}",
                    "{_id: {$gte: 5, $lt: {$oid: '5f0000000000000000000001'}}}",
                    "{_id: {$gte: {$oid: '5f0000000000000000000001'}}}")))
        .isEmpty();
  }

  @Test
  void numbersOfAllTypesAreOne() {
    assertThat(WholeRange.of(parts("{_id: {$lt: 5}}", "{_id: {$gte: 5.5}}"))).isPresent();
  }

  @Test
  void onePartIsWhole() {
    assertThat(WholeRange.of(parts("{}"))).isPresent();
    assertThat(WholeRange.of(List.of())).isEmpty();
  }
}
