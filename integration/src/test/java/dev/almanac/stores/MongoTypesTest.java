package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns documents have, and which values. */
class MongoTypesTest extends MongoTest {

  private static final ObjectId ID = new ObjectId("5f0000000000000000000001");

  private Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    rows("DESCRIBE " + table()).forEach(row -> types.put(row.getString(0), row.getString(1)));
    return types;
  }

  private Object value(String expression) {
    return rows("SELECT " + expression + " FROM " + table()).get(0).get(0);
  }

  @Test
  void typesOfMongoDbsOwnHaveTheirColumns() {
    insert(
        new Document("_id", ID)
            .append("int32", 5)
            .append("decimal", Decimal128.parse("12.345"))
            .append("moment", Date.from(Instant.parse("2024-01-02T03:04:05.678Z")))
            .append("before", Date.from(Instant.parse("1890-01-02T03:04:05.678Z")))
            .append("pattern", Pattern.compile("^a"))
            .append("nothing", null)
            .append("empty", new Document())
            .append("emptyList", List.of())
            .append("deep", new Document("list", List.of(new Document("n", 1)))));

    assertThat(types())
        .containsEntry("_id", "string")
        .containsEntry("int32", "bigint")
        .containsEntry("decimal", "decimal(38,18)")
        .containsEntry("moment", "timestamp")
        .containsEntry("pattern", "string")
        .containsEntry("nothing", "string")
        .containsEntry("empty", "string")
        .containsEntry("emptyList", "array<string>")
        .containsEntry("deep", "struct<list:array<struct<n:bigint>>>");
    assertThat(value("_id")).isEqualTo(ID.toHexString());
    assertThat(value("CAST(decimal AS DECIMAL(8,3))").toString()).isEqualTo("12.345");
    assertThat(value("CAST(moment AS STRING)")).isEqualTo("2024-01-02 03:04:05.678");
    assertThat(value("CAST(before AS STRING)")).isEqualTo("1890-01-02 03:04:05.678");
    assertThat(value("empty")).isEqualTo("{}");
    assertThat(value("deep.list[0].n")).isEqualTo(1L);
    assertThat(value("nothing")).isNull();
  }

  @Test
  void numbersWidenWithoutLoss() {
    insert(
        new Document("a", 1).append("b", 1).append("c", 5_000_000_000L).append("d", 1),
        new Document("a", 2.5)
            .append("b", Decimal128.parse("0.1"))
            .append("c", Decimal128.parse("1E+5"))
            .append("d", 9_000_000_000L));

    assertThat(types())
        .containsEntry("a", "double")
        .containsEntry("b", "decimal(38,18)")
        .containsEntry("c", "decimal(38,18)")
        .containsEntry("d", "bigint");
    assertThat(column("SELECT CAST(c AS BIGINT) FROM " + table() + " ORDER BY c"))
        .containsExactly("100000", "5000000000");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, NaN",
    "Infinity, Infinity",
    "1E+50, 1E+50",
    "1E-100, 1E-100",
    "1234567890123456789012345678.901234, 1234567890123456789012345678.901234"
  })
  void decimalsOfAnySizeCanBeRead(String stored, String shown) {
    insert(new Document("v", Decimal128.parse(stored)));

    assertThat(String.valueOf(value("v"))).startsWith(shown);
  }

  @Test
  void valuesOfSeveralTypesAreText() {
    insert(
        new Document("_id", 1).append("v", 5),
        new Document("_id", 2).append("v", "x"),
        new Document("_id", 3).append("v", new Document("a", ID)),
        new Document("_id", 4).append("v", Arrays.asList(1, null)),
        new Document("_id", 5).append("v", ID),
        new Document("_id", 6).append("v", null),
        new Document("_id", 7));

    assertThat(column("SELECT v FROM " + table() + " ORDER BY _id"))
        .containsExactly(
            "5", "x", "{\"a\": \"" + ID + "\"}", "[1, null]", ID.toHexString(), "null", "null");
    assertThat(column("SELECT _id FROM " + table() + " WHERE v = '5'")).containsExactly("1");
    assertThat(column("SELECT _id FROM " + table() + " WHERE v IS NULL ORDER BY 1"))
        .containsExactly("6", "7");
    assertThat(column("SELECT count(*) FROM " + table() + " WHERE v <> 'x'")).containsExactly("4");
  }

  @Test
  void fieldsWhoseNamesHaveDotsAreRead() {
    insert(new Document("a.b", 1).append("a", new Document("b", 2)).append("$c", 3));

    assertThat(value("`a.b`")).isEqualTo(1L);
    assertThat(value("a.b")).isEqualTo(2L);
    assertThat(value("`$c`")).isEqualTo(3L);
    assertThat(column("SELECT a.b FROM " + table() + " WHERE `a.b` = 1")).containsExactly("2");
  }

  @Test
  void manyKeysAreAMap() {
    Document keys = new Document();
    for (int i = 0; i < 300; i++) {
      keys.append("k" + i, i);
    }
    insert(new Document("v", keys));

    assertThat(types()).containsEntry("v", "map<string,bigint>");
    assertThat(value("v['k299']")).isEqualTo(299L);
  }

  @Test
  void aValueThatDoesNotFitIsAnErrorThatNamesItsDocument() {
    lateText();

    error(() -> rows("SELECT v FROM " + table() + " ORDER BY v"))
        .contains("ALMANAC_INCOMPATIBLE_SCHEMA", "field v", "is of type string")
        .contains("mongodb.sample-size", "CREATE TABLE", "PERMISSIVE");
  }

  @Test
  void aFractionIsNotCutToFitWholeNumbers() {
    insert(new Document("v", 1));
    rows("DESCRIBE " + table());
    insert(new Document("v", 1.5), new Document("v", 2.0));

    error(() -> rows("SELECT v FROM " + table())).contains("double and no whole number");
    assertThat(column("SELECT v FROM " + table() + " WHERE v = 2")).containsExactly("2");
  }

  @Test
  void whatDoesNotFitCanBeNull() {
    set("mongodb.options.mode", "permissive");
    lateText();

    assertThat(column("SELECT v FROM " + table() + " ORDER BY v NULLS LAST"))
        .containsExactly("1", "null");
    assertThat(column("SELECT count(*) FROM " + table() + " WHERE v IS NULL")).containsExactly("1");
  }

  @Test
  void documentsThatDoNotFitCanBeLeftOut() {
    set("mongodb.options.mode", "DROPMALFORMED");
    lateText();

    assertThat(column("SELECT v FROM " + table())).containsExactly("1");
    assertThat(rows("SELECT v FROM " + table() + " LIMIT 2")).hasSize(1);
  }

  private void lateText() {
    insert(new Document("_id", 1).append("v", 1));
    rows("DESCRIBE " + table());
    insert(new Document("_id", 2).append("v", "late"));
  }

  @Test
  void declaredColumnsAreUsedAsTheyAre() {
    insert(
        new Document("_id", ID)
            .append("n", 5)
            .append("t", 7)
            .append("d", Date.from(Instant.parse("2024-01-02T23:00:00Z"))));

    spark()
        .sql(
            "CREATE TABLE "
                + table()
                + " (_id STRING, n DECIMAL(10,2), t STRING, d DATE, missing INT)");

    assertThat(rows("SELECT * FROM " + table()).get(0).mkString("|"))
        .isEqualTo(ID + "|5.00|7|2024-01-02|null");
    assertThat(column("SELECT n FROM " + table() + " WHERE t = '7'")).hasSize(1);
    assertThat(column("SELECT n FROM " + table() + " WHERE _id = '" + ID + "'")).hasSize(1);
    assertThat(column("SELECT n FROM " + table() + " WHERE d = DATE '2024-01-02'")).hasSize(1);
  }

  @Test
  void anEmptyCollectionHasItsKey() {
    database().createCollection(collection);

    assertThat(rows("SELECT * FROM " + table())).isEmpty();
    assertThat(types()).containsOnlyKeys("_id");

    insert(new Document("v", 1));
    assertThat(types()).containsOnlyKeys("_id", "v");
  }
}
