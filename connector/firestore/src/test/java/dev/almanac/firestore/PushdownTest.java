package dev.almanac.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firestore.v1.PartitionQueryRequest;
import com.google.firestore.v1.RunAggregationQueryRequest;
import com.google.firestore.v1.RunQueryRequest;
import com.google.firestore.v1.StructuredAggregationQuery.Aggregation;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.Filter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server is asked, read off the wire, and what EXPLAIN says of it. */
class PushdownTest extends FirestoreTest {

  @BeforeEach
  void fill() {
    documents.put(
        "people/ann",
        fields("name", "Ann", "age", 30L, "score", 1.5, "tags", List.of("a"), "x y", 1L));
    documents.put(
        "people/bob",
        fields("name", "Bob", "age", 40L, "score", 2.5, "tags", List.of("b"), "x y", 2L));
  }

  /** The filters of a query, each as text. */
  private static Stream<String> filters(Filter filter) {
    if (filter.hasCompositeFilter()) {
      return filter.getCompositeFilter().getFiltersList().stream().flatMap(PushdownTest::filters);
    }
    if (filter.hasFieldFilter()) {
      FieldFilter field = filter.getFieldFilter();
      return Stream.of(field.getField().getFieldPath() + " " + field.getOp());
    }
    return filter.hasUnaryFilter()
        ? Stream.of(
            filter.getUnaryFilter().getField().getFieldPath()
                + " "
                + filter.getUnaryFilter().getOp())
        : Stream.empty();
  }

  private List<String> pushed(String where) {
    StructuredQuery query = asked("SELECT * FROM " + table("people") + " WHERE " + where).get(0);
    return filters(query.getWhere()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name = 'Ann' | name EQUAL",
        "name <=> 'Ann' | name EQUAL",
        "'Ann' = name | name EQUAL",
        "age > 30 | age GREATER_THAN",
        "30 < age | age GREATER_THAN",
        "age >= 30 AND age < 40 | age GREATER_THAN_OR_EQUAL, age LESS_THAN",
        "name <> 'Ann' | name NOT_EQUAL",
        "name IN ('Ann', 'Bob') | name IN",
        "name NOT IN ('Ann', 'Eve') | name NOT_IN",
        "array_contains(tags, 'a') | tags ARRAY_CONTAINS",
        "name = 'Ann' OR age = 40 | name EQUAL, age EQUAL",
        "name LIKE 'A%' | name GREATER_THAN_OR_EQUAL, name LESS_THAN",
        "score > 1D | score GREATER_THAN, score IS_NAN",
        "`x y` = 1 | `x y` EQUAL",
        "_id = 'ann' | __name__ EQUAL",
        "_path IN ('people/ann', 'people/eve') | __name__ IN",
        "name = 'Ann' AND age = 30 | name EQUAL, age EQUAL",
        "name = 'Ann' AND age > 20 | name EQUAL, age GREATER_THAN",
      })
  void theServerEvaluates(String where, String filters) {
    assertThat(pushed(where)).containsExactlyInAnyOrder(filters.split(", "));
    assertThat(plan("SELECT * FROM " + table("people") + " WHERE " + where))
        .contains("(almanac) firestore")
        .doesNotContain("PushedFilters: []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name IS NULL", // a field that is not there is NULL too
        "name IS NOT NULL", // by whose order no tasks could share the work
        "upper(name) = 'ANN'",
        "age + 1 = 31",
        "CAST(age AS STRING) = '30'",
        "score = double('NaN')",
        "name LIKE '%n'",
        "age IN (1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31)",
      })
  void sparkEvaluates(String where) {
    assertThat(pushed(where)).isEmpty();
    assertThat(plan("SELECT * FROM " + table("people") + " WHERE " + where))
        .contains("PushedFilters: []")
        .doesNotContain("PostFilters: []");
  }

  @Test
  void oneFieldHasARange() {
    String where = "age > 20 AND score > 1D";

    assertThat(pushed(where)).containsExactly("age GREATER_THAN");
    assertThat(plan("SELECT * FROM " + table("people") + " WHERE " + where))
        .containsPattern("PushedFilters: \\[[^\\]]*age")
        .containsPattern("PostFilters: \\[[^\\]]*score");
  }

  @Test
  void withAutomaticIndexesNoEqualityMeetsARange() {
    set("firestore.push-filters", "automatic");

    assertThat(pushed("name = 'Ann' AND age > 20")).containsExactly("name EQUAL");
    assertThat(pushed("age > 20")).containsExactly("age GREATER_THAN");
  }

  @Test
  void filtersCanBeLeftToSpark() {
    set("firestore.push-filters", "none");

    assertThat(pushed("name = 'Ann'")).isEmpty();
    assertThat(column("SELECT age FROM " + table("people") + " WHERE name = 'Ann'"))
        .containsExactly("30");
  }

  @Test
  void onlyNeededFieldsAreSent() {
    StructuredQuery some = asked("SELECT name, `x y` FROM " + table("people")).get(0);
    StructuredQuery none = asked("SELECT _id FROM " + table("people")).get(0);
    StructuredQuery all = asked("SELECT * FROM " + table("people")).get(0);

    assertThat(some.getSelect().getFieldsList())
        .extracting(StructuredQuery.FieldReference::getFieldPath)
        .containsExactlyInAnyOrder("name", "`x y`");
    assertThat(none.getSelect().getFieldsList())
        .extracting(StructuredQuery.FieldReference::getFieldPath)
        .containsExactly("__name__");
    assertThat(all.hasSelect()).isFalse();
  }

  @Test
  void aLimitIsOneSmallRequest() {
    users(50);

    List<StructuredQuery> asked = asked("SELECT * FROM " + table("users") + " LIMIT 7");

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).getLimit().getValue()).isEqualTo(7);
    assertThat(rows("SELECT * FROM " + table("users") + " WHERE n > 10 LIMIT 7")).hasSize(7);
    assertThat(plan("SELECT * FROM " + table("users") + " LIMIT 7")).contains("PushedLimit: 7");
  }

  @Test
  void aLimitBehindAFilterOfSparksIsNotPushed() {
    users(50);

    String sql = "SELECT * FROM " + table("users") + " WHERE upper(name) = 'NAME 49' LIMIT 1";
    assertThat(rows(sql)).hasSize(1);
    assertThat(plan(sql)).doesNotContain("PushedLimit");
  }

  private List<String> aggregates(String sql) {
    rows(sql);
    SERVER.forget();
    rows(sql);
    assertThat(SERVER.requests(RunQueryRequest.class)).hasSizeLessThanOrEqualTo(1);
    return SERVER.requests(RunAggregationQueryRequest.class).stream()
        .flatMap(it -> it.getStructuredAggregationQuery().getAggregationsList().stream())
        .map(Aggregation::getOperatorCase)
        .map(Enum::name)
        .toList();
  }

  @Test
  void aggregatesAreTheServers() {
    String t = table("people");

    assertThat(aggregates("SELECT count(*) FROM " + t)).containsExactly("COUNT");
    assertThat(aggregates("SELECT count(*) FROM " + t + " WHERE age > 30"))
        .containsExactly("COUNT");
    assertThat(aggregates("SELECT sum(age), avg(age), count(*) FROM " + t))
        .containsExactlyInAnyOrder("AVG", "SUM", "COUNT");
    assertThat(rows("SELECT sum(age), avg(score), count(*) FROM " + t))
        .containsExactly(RowFactory.create(70L, 2.0, 2L));
    assertThat(plan("SELECT sum(age) FROM " + t)).contains("PushedAggregation: [sum(age)]");
  }

  @Test
  void aggregatesThatSparkWouldEvaluateOtherwiseAreSparks() {
    String t = table("people");
    for (String sql :
        List.of(
            "SELECT count(name) FROM " + t,
            "SELECT min(age) FROM " + t,
            "SELECT sum(DISTINCT age) FROM " + t,
            "SELECT name, count(*) FROM " + t + " GROUP BY name",
            "SELECT count(*) FROM " + t + " WHERE name <> 'x'",
            "SELECT count(*) FROM " + t + " WHERE upper(name) = 'ANN'")) {
      rows(sql);
      SERVER.forget();
      rows(sql);
      assertThat(SERVER.requests(RunAggregationQueryRequest.class)).as(sql).isEmpty();
    }
  }

  @Test
  void sumsOfNothingAndOfTooMuch() {
    documents.put("big/a", fields("n", Long.MAX_VALUE));
    documents.put("big/b", fields("n", Long.MAX_VALUE));
    documents.put("big/c", fields("m", 1L));

    assertThat(rows("SELECT sum(age), avg(age) FROM " + table("people") + " WHERE name = 'x'"))
        .containsExactly(RowFactory.create(null, null));
    assertThat(rows("SELECT sum(m), count(*) FROM " + table("big")))
        .containsExactly(RowFactory.create(1L, 3L));
    assertThat(error(() -> rows("SELECT sum(n) FROM " + table("big"))))
        .contains("too large for BIGINT");
  }

  @Test
  void tasksShareACollectionAtOneInstant() {
    users(60);
    set("firestore.partitions", "4");
    set("firestore.page-size", "10");
    rows("SELECT * FROM " + table("users"));
    SERVER.forget();

    assertThat(rows("SELECT count(DISTINCT n), count(n) FROM " + table("users")))
        .containsExactly(RowFactory.create(60L, 60L));
    List<PartitionQueryRequest> cuts = SERVER.requests(PartitionQueryRequest.class);
    assertThat(cuts).hasSize(1);
    assertThat(cuts.get(0).getPartitionCount()).isEqualTo(3);
    List<RunQueryRequest> asked = SERVER.requests(RunQueryRequest.class);
    assertThat(asked.stream().skip(1).map(RunQueryRequest::getReadTime).distinct())
        .containsExactly(cuts.get(0).getReadTime());
    assertThat(asked.get(1).hasReadTime()).isTrue();
    assertThat(asked).allMatch(it -> it.getStructuredQuery().getLimit().getValue() <= 10);
  }

  @Test
  void equalitiesAreSharedAndRangesAreNot() {
    users(60);
    set("firestore.partitions", "4");

    assertThat(asked("SELECT * FROM " + table("users") + " WHERE even")).hasSize(4);
    assertThat(asked("SELECT * FROM " + table("users") + " WHERE n >= 0")).hasSize(1);
    assertThat(plan("SELECT * FROM " + table("users") + " WHERE n >= 0"))
        .contains("Tasks: 1 (in the order of n)");
  }

  @Test
  void rangesOfNestedFieldsGoOnFromPageToPage() {
    for (long i = 0; i < 20; i++) {
      documents.put("nested/d" + i, fields("n", i, "a", fields("b c", i % 7)));
    }
    set("firestore.page-size", "3");

    assertThat(column("SELECT n FROM " + table("nested") + " WHERE a.`b c` >= 2"))
        .hasSize(14)
        .doesNotHaveDuplicates();
  }

  @Test
  void rangesGoOnFromPageToPage() {
    users(60);
    set("firestore.page-size", "7");

    assertThat(column("SELECT _id FROM " + table("users") + " WHERE n BETWEEN 5 AND 40"))
        .hasSize(36)
        .doesNotHaveDuplicates();
  }
}
