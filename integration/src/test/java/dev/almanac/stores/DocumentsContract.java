package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.AlmanacException;
import dev.almanac.testing.SparkTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What any store of documents must do. What filters, limits and aggregates give is compared with
 * what Spark gives for the same rows, so that nothing that a store evaluates itself can differ.
 */
public abstract class DocumentsContract extends SparkTest {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentsContract.class);

  /** The columns of {@link #people}, as Spark itself would have them. */
  private static final StructType PEOPLE =
      new StructType()
          .add("id", DataTypes.LongType)
          .add("name", DataTypes.StringType)
          .add("age", DataTypes.LongType)
          .add("score", DataTypes.DoubleType)
          .add("active", DataTypes.BooleanType)
          .add("born", DataTypes.TimestampType)
          .add("tags", DataTypes.createArrayType(DataTypes.StringType))
          .add(
              "address",
              new StructType().add("city", DataTypes.StringType).add("zip", DataTypes.LongType));

  private static final Instant BORN = Instant.parse("2001-02-03T04:05:06.789123Z");

  protected String catalog;

  /** The store; shared by tests, which keep to collections of their own. */
  protected abstract TestDocuments store();

  @BeforeEach
  void register() {
    catalog = newCatalog();
    register("d", store().location(), store().options());
  }

  /** Makes a place a store of this test's catalog. */
  protected void register(String prefix, String location, Map<String, String> options) {
    if (!location.isEmpty()) {
      set(prefix, "location", location);
    }
    options.forEach((key, value) -> set(prefix, key, value));
  }

  /** Sets a key of a store. */
  protected void set(String prefix, String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + ".store." + prefix + "." + key, value);
  }

  /** A collection's name that no other test uses. */
  protected static String newCollection() {
    return "c" + UUID.randomUUID().toString().replace("-", "");
  }

  /** A collection's name in SQL. */
  protected String table(String collection) {
    return catalog + ".d." + quoted(collection);
  }

  private static String quoted(String name) {
    return "`" + name + "`";
  }

  /** A document, of names and values in turn; a value may be null. */
  protected static Map<String, Object> document(Object... namesAndValues) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      document.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return document;
  }

  /** A new collection of these documents: its name in SQL. */
  @SafeVarargs
  @SuppressWarnings("varargs") // List.of copies them
  protected final String collection(Map<String, Object>... documents) {
    String name = newCollection();
    store().add(name, List.of(documents));
    return table(name);
  }

  /** The value of a query of one row and one column. */
  protected static Object value(String sql) {
    return rows(sql).get(0).get(0);
  }

  protected static String plan(String sql) {
    return String.join("\n", column("EXPLAIN FORMATTED " + sql));
  }

  // What there is

  @Test
  void collectionsAreTables() {
    String one = newCollection();
    String other = newCollection();
    store().add(one, List.of(document("id", 1L)));
    store().add(other, List.of(document("id", 2L)));

    assertThat(tables()).contains(one, other);
    assertThat(value("SELECT id FROM " + table(one))).isEqualTo(1L);
    assertThat(value("SELECT id FROM " + table(other))).isEqualTo(2L);
    assertThat(spark().catalog().tableExists(table(one))).isTrue();
    assertThat(spark().catalog().tableExists(table(newCollection()))).isFalse();
  }

  private List<String> tables() {
    return rows("SHOW TABLES IN " + catalog + ".d").stream()
        .map(row -> row.<String>getAs("tableName"))
        .toList();
  }

  @Test
  void aCollectionThatIsNotThereIsNoTable() {
    assertThatThrownBy(() -> rows("SELECT * FROM " + table("nosuchcollection")))
        .hasMessageContaining("nosuchcollection")
        .hasMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  /** Without a clause, Spark looks in other places too, and says itself that there is none. */
  @Test
  void theLikeliestNameOfAMissingCollectionIsSuggested() {
    String name = newCollection();
    store().add(name, List.of(document("id", 1L)));
    String mistyped = name.substring(0, 20) + name.substring(21);

    assertThat(
            ours(catchThrowable(() -> rows("SELECT * FROM " + table(mistyped) + now())))
                .getMessage())
        .contains("ALMANAC_NO_SUCH_DATASET", "did you mean " + catalog + ".d." + name + "?");
    assertThat(ours(catchThrowable(() -> source(mistyped))).getMessage())
        .contains("ALMANAC_NO_SUCH_DATASET", mistyped, "did you mean " + name + "?");
  }

  /** A clause that every store of documents gets as far as to look for the collection with. */
  private static String now() {
    return " FOR '" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "'";
  }

  private Dataset<Row> source(String dataset) {
    DataFrameReader reader = spark().read().format("almanac").options(store().options());
    if (!dataset.isEmpty()) {
      reader.option("dataset", quoted(dataset));
    }
    return reader.load(store().location());
  }

  @Test
  void theSourceReadsWithoutACatalog() {
    String name = newCollection();
    store().add(name, List.of(document("id", 1L, "n", 5L), document("id", 2L, "n", 7L)));

    Dataset<Row> read = source(name);

    assertThat(read.where("n > 6").select("id").collectAsList().toString()).isEqualTo("[[2]]");
    assertThat(read.count()).isEqualTo(2);
    assertThat(ours(catchThrowable(() -> source(""))).getMessage())
        .contains("ALMANAC_INVALID_OPTION", "option(\"dataset\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-b", "with space", "Grüße", "日本", "UPPER", "at@home", "1st", "select"})
  void collectionsMayHaveOddNames(String start) {
    String name = start + newCollection();
    store().add(name, List.of(document("id", 7L)));

    assertThat(value("SELECT id FROM " + table(name))).isEqualTo(7L);
    assertThat(tables()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-b", "with space", "Grüße", "日本", "UPPER", "1st", "select", "q'uo"})
  void fieldsMayHaveOddNames(String name) {
    String table = collection(document("id", 1L, name, "x"), document("id", 2L, name, "y"));

    assertThat(column("SELECT " + quoted(name) + " FROM " + table + " WHERE id = 1"))
        .containsExactly("x");
    assertThat(column("SELECT id FROM " + table + " WHERE " + quoted(name) + " = 'y'"))
        .containsExactly("2");
  }

  // Types

  @Test
  void everyTypeHasItsColumn() {
    String table =
        collection(
            document(
                "bool",
                true,
                "int",
                9007199254740993L,
                "float",
                1.5,
                "text",
                "häh\u0000\uD83D\uDE00",
                "moment",
                BORN,
                "bytes",
                "b".getBytes(StandardCharsets.UTF_8),
                "list",
                List.of(1L, 2L),
                "map",
                document("a", 1L, "b", document("c", "x")),
                "maps",
                List.of(document("a", 1L), document("b", "x"))));

    assertThat(types(table))
        .containsEntry("bool", "boolean")
        .containsEntry("int", "bigint")
        .containsEntry("float", "double")
        .containsEntry("text", "string")
        .containsEntry("moment", "timestamp")
        .containsEntry("bytes", "binary")
        .containsEntry("list", "array<bigint>")
        .containsEntry("map", "struct<a:bigint,b:struct<c:string>>")
        .containsEntry("maps", "array<struct<a:bigint,b:string>>");
    assertThat(
            rows(
                "SELECT bool, int, float, text, list[1], map.b.c, maps[0].a, maps[1].b, hex(bytes)"
                    + " FROM "
                    + table))
        .containsExactly(
            RowFactory.create(
                true, 9007199254740993L, 1.5, "häh\u0000\uD83D\uDE00", 2L, "x", 1L, "x", "62"));
  }

  /** Types by column, as DESCRIBE says them. */
  protected static Map<String, String> types(String table) {
    Map<String, String> types = new HashMap<>();
    rows("DESCRIBE " + table).forEach(row -> types.put(row.getString(0), row.getString(1)));
    return types;
  }

  @Test
  void timestampsAreInstants() {
    String table = collection(document("moment", Instant.parse("2001-02-03T04:05:06.789Z")));

    assertThat(value("SELECT CAST(moment AS STRING) FROM " + table))
        .isEqualTo("2001-02-03 04:05:06.789");
  }

  @Test
  void theSchemaIsTheUnionOfTheDocuments() {
    String table =
        collection(
            document("id", 1L, "a", 1L, "mixed", 1L),
            document("id", 2L, "b", "x", "mixed", 2.5),
            document("id", 3L, "a", null, "c", List.of("y")));

    assertThat(types(table))
        .containsEntry("a", "bigint")
        .containsEntry("b", "string")
        .containsEntry("c", "array<string>")
        .containsEntry("mixed", "double");
    assertThat(rows("SELECT id, a, b, c[0], mixed FROM " + table + " ORDER BY id"))
        .containsExactly(
            RowFactory.create(1L, 1L, null, null, 1.0),
            RowFactory.create(2L, null, "x", null, 2.5),
            RowFactory.create(3L, null, null, "y", null));
  }

  @Test
  void typesThatClashAreText() {
    String table =
        collection(document("id", 1L, "v", 1L), document("id", 2L, "v", "x"), document("id", 3L));

    assertThat(types(table)).containsEntry("v", "string");
    assertThat(rows("SELECT v FROM " + table + " ORDER BY id"))
        .extracting(row -> row.get(0))
        .containsExactly("1", "x", null);
    assertThat(column("SELECT id FROM " + table + " WHERE v = '1'")).containsExactly("1");
    assertThat(column("SELECT id FROM " + table + " WHERE v <> '1'")).containsExactly("2");
  }

  // Queries, against Spark's own answer for the same rows

  /** A collection and, of the same rows, a view called {@code expected}. */
  private String people() {
    double negativeZero = kept(-0.0, 0.0);
    double nan = kept(Double.NaN, 4.25);
    double infinity = kept(Double.POSITIVE_INFINITY, 1e308);
    List<Row> rows =
        List.of(
            person(1, "Ann", 30L, 1.5, true, List.of("a", "b"), "Rome", 10L),
            person(2, "Bob", 40L, 2.5, false, List.of("b"), "Oslo", 20L),
            person(3, "", null, negativeZero, null, List.of(), "Rome", null),
            person(4, null, -5L, null, true, null, null, null),
            person(5, "Zoë", 9007199254740993L, 1e300, false, List.of("c"), null, 30L),
            person(6, "ann", 30L, nan, true, Arrays.asList("a", null), "Bonn", 10L),
            person(7, "\uFF5E", 31L, infinity, true, List.of("z"), "", 0L),
            person(8, "\uD83D\uDE00", 32L, 0.0, null, List.of("a", "a"), "Rome", 99L));
    spark().createDataFrame(rows, PEOPLE).createOrReplaceTempView("expected");
    String name = newCollection();
    store().add(name, rows.stream().map(DocumentsContract::asDocument).toList());
    return table(name);
  }

  /** A number, or another one where the server cannot keep it. */
  private double kept(double number, double otherwise) {
    if (store().keeps(number)) {
      return number;
    }
    LOG.warn("The server keeps no {}: {} stands in for it", number, otherwise);
    return otherwise;
  }

  private Row person(
      long id,
      String name,
      Long age,
      Double score,
      Boolean active,
      List<String> tags,
      String city,
      Long zip) {
    Row address = city == null && zip == null ? null : RowFactory.create(city, zip);
    Object born =
        java.sql.Timestamp.from(BORN.truncatedTo(store().precision()).plus(Duration.ofDays(id)));
    Object tagged = tags == null ? null : tags.toArray();
    return RowFactory.create(id, name, age, score, active, born, tagged, address);
  }

  /** Of two columns that are null, one is a null and one is missing. */
  private static Map<String, Object> asDocument(Row row) {
    Map<String, Object> document =
        document("id", row.get(0), "name", row.get(1), "born", row.getTimestamp(5).toInstant());
    document.put("active", row.get(4));
    for (int i : new int[] {2, 3}) {
      if (!row.isNullAt(i)) {
        document.put(PEOPLE.fieldNames()[i], row.get(i));
      }
    }
    if (!row.isNullAt(6)) {
      document.put("tags", Arrays.asList((Object[]) row.get(6)));
    }
    if (!row.isNullAt(7)) {
      Row address = row.getStruct(7);
      Map<String, Object> nested = document("city", address.get(0));
      if (!address.isNullAt(1)) {
        nested.put("zip", address.get(1));
      }
      document.put("address", nested);
    }
    return document;
  }

  @Test
  void filtersGiveWhatSparkGives() {
    String table = people();
    for (String filter :
        List.of(
            "true",
            "false",
            "id = 3",
            "name = 'Ann'",
            "name = ''",
            "name <=> 'Ann'",
            "name <=> NULL",
            "name <> 'Ann'",
            "NOT (name = 'Ann')",
            "name > 'B'",
            "name >= 'Zo'",
            "name < 'a'",
            "name <= 'Ann'",
            "name > '\uFF00'",
            "name LIKE 'A%'",
            "name LIKE '%n'",
            "name LIKE '%n%'",
            "name IS NULL",
            "name IS NOT NULL",
            "age = 30",
            "age <> 30",
            "age > 30",
            "age >= 30",
            "age < 30",
            "age <= 30",
            "age < 31.5",
            "age BETWEEN 30 AND 31",
            "age = 9007199254740992",
            "age >= 9007199254740993",
            "age IS NULL",
            "age IS NOT NULL",
            "age + 1 = 31",
            "score = 1.5D",
            "score = 0.0D",
            "score <> 1.5D",
            "score > 2D",
            "score >= 2.5D",
            "score < 2D",
            "score <= 1.5D",
            "score = double('NaN')",
            "score > double('Infinity')",
            "isnan(score)",
            "active",
            "NOT active",
            "active = false",
            "active IS NULL",
            "born = TIMESTAMP '2001-02-05 04:05:06.789123'",
            "born > TIMESTAMP '2001-02-05 04:05:06'",
            "born < TIMESTAMP '2001-02-06'",
            "name IN ('Ann', 'Bob', 'none')",
            "name IN ('Ann', NULL)",
            "name NOT IN ('Ann', 'Bob')",
            "name NOT IN ('Ann', NULL)",
            "age IN (30, 31)",
            "age NOT IN (30, 31)",
            "id IN (1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32)",
            "array_contains(tags, 'a')",
            "NOT array_contains(tags, 'a')",
            "array_contains(tags, 'a') AND array_contains(tags, 'b')",
            "size(tags) = 1",
            "get(tags, 0) = 'a'",
            "address.city = 'Rome'",
            "address.city <> 'Rome'",
            "address.zip > 10",
            "address.zip IS NULL",
            "address.city IS NOT NULL",
            "address IS NULL",
            "address IS NOT NULL",
            "name = 'Ann' AND age = 30",
            "name = 'Ann' AND age > 20",
            "age > 20 AND score > 2D",
            "age > 20 AND age < 40 AND name <> 'Bob'",
            "name <> 'Ann' AND age <> 40",
            "name = 'Ann' OR age = 40",
            "name = 'Ann' OR age > 31",
            "name IN ('Ann', 'Bob') AND age IN (30, 40)",
            "NOT (name = 'Ann' OR age = 40)",
            "upper(name) = 'ANN'",
            "name = 'Ann' AND upper(name) = 'BOB'",
            "name = address.city",
            "id = 1 AND id = 2",
            "name = 'none'")) {
      assertSameRows(filter, "SELECT id FROM %s WHERE " + filter, table);
    }
    for (String filter :
        List.of(
            "name = 'Ann'",
            "name <> 'Ann'",
            "age > 30",
            "score > 2D",
            "age IN (30, 31)",
            "name IS NULL",
            "upper(name) = 'ANN'")) {
      assertSameRows(filter, "SELECT count(*) FROM %s WHERE " + filter, table);
    }
  }

  /**
   * Compares rows in any order: to have Spark sort them costs more than all that is asked here.
   * Spark takes NaN for the greatest number: what is more than another has to name it.
   */
  private void assertSameRows(String filter, String query, String table) {
    boolean namesNaN = filter.matches(".*(score >|NaN|isnan|Infinity).*");
    if (namesNaN && !store().keeps(Double.NaN)) {
      LOG.warn("The server knows no NaN: left out {}", filter);
    } else {
      assertThat(texts(query.replace("%s", table)))
          .as(query)
          .containsExactlyInAnyOrderElementsOf(texts(query.replace("%s", "expected")));
    }
  }

  @Test
  void projectionsAggregatesAndJoinsGiveWhatSparkGives() {
    String table = people();
    for (String query :
        List.of(
            "SELECT * FROM (SELECT id, name, age, active, born, tags, address FROM %s) ORDER BY id",
            "SELECT address.city FROM %s ORDER BY id",
            "SELECT address.city FROM %s WHERE address IS NOT NULL ORDER BY id",
            "SELECT address IS NULL, address.zip FROM %s ORDER BY id",
            "SELECT get(tags, 0), name FROM %s ORDER BY id",
            "SELECT 1 FROM %s",
            "SELECT count(*) FROM %s",
            "SELECT count(name), count(DISTINCT name) FROM %s",
            "SELECT sum(id), avg(id) FROM %s",
            "SELECT sum(zip), avg(zip), count(*) FROM (SELECT address.zip FROM %s)",
            "SELECT sum(id), count(*), avg(age) FROM %s WHERE age < 100",
            "SELECT sum(age), avg(age) FROM %s WHERE name = 'none'",
            "SELECT sum(score) FROM %s WHERE id IN (1, 2)",
            "SELECT avg(score) FROM %s WHERE id = 4",
            "SELECT sum(id) FILTER (WHERE active), sum(DISTINCT age) FROM %s WHERE id <> 5",
            "SELECT min(age), max(age), min(name), max(name) FROM %s",
            "SELECT active, count(*), sum(id) FROM %s GROUP BY active ORDER BY active",
            "SELECT name FROM %s ORDER BY name LIMIT 3",
            "SELECT age FROM %s ORDER BY age DESC NULLS LAST, id LIMIT 3",
            "SELECT count(*) FROM (SELECT * FROM %s LIMIT 5)",
            "SELECT count(*) FROM (SELECT * FROM %s WHERE age > 30 LIMIT 2)",
            "SELECT id FROM %s WHERE id = 2 LIMIT 1",
            "SELECT a.id, b.name FROM %s a JOIN %s b ON a.age = b.age ORDER BY 1, 2")) {
      assertSame(query, table);
    }
  }

  private static void assertSame(String query, String table) {
    assertThat(texts(query.replace("%s", table)))
        .as(query)
        .isEqualTo(texts(query.replace("%s", "expected")));
  }

  /** Rows as text, in which NaN equals itself and -0.0 equals 0.0. */
  private static List<String> texts(String sql) {
    return rows(sql).stream().map(row -> row.toString().replace("-0.0", "0.0")).toList();
  }

  @Test
  void aLimitOfNothingIsNothing() {
    assertThat(rows("SELECT * FROM " + collection(document("id", 1L)) + " LIMIT 0")).isEmpty();
  }

  @Test
  void tenThousandDocumentsAreReadOnceEach() {
    String name = newCollection();
    store()
        .add(
            name,
            LongStream.range(0, 10_000)
                .mapToObj(i -> document("id", i, "even", i % 2 == 0, "text", "text " + i))
                .toList());
    String table = table(name);

    assertThat(rows("SELECT count(id), count(DISTINCT id), min(id), max(id) FROM " + table))
        .containsExactly(RowFactory.create(10_000L, 10_000L, 0L, 9_999L));
    assertThat(value("SELECT count(*) FROM " + table)).isEqualTo(10_000L);
    assertThat(value("SELECT sum(id) FROM " + table + " WHERE even")).isEqualTo(24_995_000L);
    assertThat(rows("SELECT id FROM " + table + " WHERE id >= 9000 LIMIT 50")).hasSize(50);
  }

  @Test
  void nothingFoundIsNoRows() {
    String table = collection(document("id", 1L, "name", "x"));

    assertThat(rows("SELECT * FROM " + table + " WHERE name = 'y'")).isEmpty();
    assertThat(value("SELECT count(*) FROM " + table + " WHERE name = 'y'")).isEqualTo(0L);
    assertThat(rows("SELECT name, count(*) FROM " + table + " WHERE id > 1 GROUP BY name"))
        .isEmpty();
  }

  @Test
  void aViewAndACachedTableGiveTheSameRows() {
    String table = collection(document("id", 1L), document("id", 2L));

    spark().sql("CREATE OR REPLACE TEMP VIEW documents AS SELECT id FROM " + table);
    assertThat(column("SELECT id FROM documents ORDER BY id")).containsExactly("1", "2");
    spark().sql("CACHE TABLE " + table);
    try {
      assertThat(plan("SELECT id FROM " + table)).contains("InMemory");
      assertThat(column("SELECT id FROM " + table + " ORDER BY id")).containsExactly("1", "2");
    } finally {
      spark().sql("UNCACHE TABLE " + table);
    }
  }

  // Errors

  @Test
  void datesAreRefusedForWhatHasNone() {
    String table = collection(document("id", 1L));

    assertThatThrownBy(() -> rows("SELECT * FROM " + table + " FOR DATES IN LAST_MONTH"))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_TEMPORAL_CLAUSE_NOT_APPLICABLE")
        .hasMessageContaining(table.replace("`", ""));
  }

  @Test
  void aServerThatDoesNotAnswerIsAnErrorThatNamesTheStore() {
    register("down", store().location(), store().unreachable());

    long start = System.nanoTime();
    AlmanacException error =
        ours(catchThrowable(() -> rows("SELECT * FROM " + catalog + ".down.users")));
    assertThat(error.getMessage())
        .startsWith("[ALMANAC_")
        .contains("store down")
        .contains("SQLSTATE")
        .doesNotContain("\tat ", "\n", "Exception");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
  }

  /** Our error, wherever Spark put it in the chain of causes. */
  protected static AlmanacException ours(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof AlmanacException error) {
        return error;
      }
    }
    throw new AssertionError("Expected an error of Almanac's, but got " + thrown, thrown);
  }
}
