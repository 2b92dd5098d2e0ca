package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.almanac.sql.TextPosition;
import java.util.stream.Stream;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Errors that are found after parsing point at the user's text. The place that they must point at
 * stands between {@code «} and {@code »}, which are taken out.
 */
class AnalysisPositionTest extends SqlTest {

  static Stream<String> unresolved() {
    return Stream.of(
        "SELECT «nope» FROM lake.t FOR TODAY",
        "SELECT * FROM lake.t FOR TODAY WHERE «nope» = 1",
        "SELECT * FROM lake.t FOR '2022-05-01' WHERE id = 1 AND «nope» = 1",
        "SELECT * FROM lake.t x FOR TODAY WHERE «x.nope» = 1",
        "SELECT * FROM lake.t FOR TODAY x WHERE x.id = 1 ORDER BY «nope»",
        "SELECT «nope» FROM lake.t FOR TODAY a JOIN lake.t FOR MONDAY b ON a.id = b.id",
        "SELECT * FROM lake.t FOR TODAY a JOIN (SELECT «nope» FROM lake.t) b JOIN lake.t FOR MONDAY c",
        "SELECT * FROM lake.t FOR TODAY a JOIN lake.t FOR MONDAY b ON a.id = «b.nope»",
        "SELECT * FROM lake.t FOR LAST 7 DAYS a JOIN lake.t FOR MONDAY b ON «a.nope» = b.id",
        "SELECT *\nFROM lake.t FOR TODAY a\nJOIN lake.t b FOR MONDAY ON a.id =\n  «b.nope»",
        "SELECT *\nFROM lake.t FOR\n  TODAY a, lake.t FOR /* x\n */ MONDAY b WHERE «nope»",
        "SELECT * FROM lake.t FOR TODAY WHERE id IN (SELECT «nope» FROM lake.t FOR YESTERDAY)",
        "SELECT * FROM lake.t FOR TODAY WHERE id = (SELECT max(«nope») FROM lake.t FOR MONDAY)",
        "SELECT (SELECT max(id) FROM lake.t FOR TODAY), «nope» FROM lake.t FOR MONDAY",
        "WITH c AS (SELECT * FROM lake.t FOR TODAY) SELECT «nope» FROM c",
        "WITH c AS (SELECT «nope» FROM lake.t FOR TODAY) SELECT * FROM c",
        "SELECT id FROM lake.t FOR TODAY UNION ALL SELECT «nope» FROM lake.t FOR MONDAY",
        "SELECT id FROM lake.t FOR TODAY GROUP BY id HAVING «nope» > 1",
        "SELECT * FROM «lake.missing» JOIN lake.t FOR TODAY",
        "SELECT * FROM lake.t FOR TODAY JOIN «lake.missing»",
        "SELECT * FROM lake.t FOR TODAY WHERE «nofunction(id)» = 1",
        "SELECT 'été' FROM lake.t FOR TODAY WHERE 'é' = «nope»",
        "MERGE INTO lake.t USING lake.t FOR TODAY s ON «s.nope» = t.id WHEN MATCHED THEN DELETE",
        "CREATE TABLE made AS SELECT * FROM lake.t FOR TODAY WHERE «nope» = 1",
        "CREATE TEMPORARY VIEW made AS SELECT * FROM lake.t FOR TODAY WHERE «nope» = 1");
  }

  @ParameterizedTest
  @MethodSource("unresolved")
  void ofTheAnalyzer(String marked) {
    String sql = unmarked(marked);

    AnalysisException error =
        catchThrowableOfType(AnalysisException.class, () -> spark.sql(sql).collect());

    assertPlace(error, marked);
    if (!sql.startsWith("CREATE TEMPORARY VIEW")) {
      assertThat(error.line().get()).isEqualTo(place(marked).line());
      assertThat(error.startPosition().get()).isEqualTo(place(marked).column());
    }
  }

  @Test
  void ofTheBodyOfAView() {
    String marked = "SELECT id FROM lake.t FOR TODAY a\nWHERE id = 2 OR «1 / (id - id)» = 0";
    spark.sql("CREATE OR REPLACE TEMPORARY VIEW dividing AS " + unmarked(marked));

    Throwable error =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> spark.sql("SELECT * FROM dividing").collect());

    assertPlace(error, marked);
    assertThat(((SparkThrowable) error).getQueryContext()[0].objectType()).isEqualTo("VIEW");
  }

  @Test
  void ofExpressionsThatFailWhenTheyRun() {
    String marked = "SELECT id FROM lake.t FOR TODAY a WHERE «1 / (id - id)» = 0";

    Throwable error =
        org.assertj.core.api.Assertions.catchThrowable(() -> spark.sql(unmarked(marked)).collect());

    assertPlace(error, marked);
  }

  @Test
  void withParameters() {
    String marked = "SELECT * FROM lake.t FOR :day WHERE id = :one AND «nope» = 1";

    AnalysisException error =
        catchThrowableOfType(
            AnalysisException.class,
            () ->
                spark.sql(
                    unmarked(marked), java.util.Map.of("day", "2022-05-01", "one", 12345678)));

    assertPlace(error, marked);
  }

  private static void assertPlace(Throwable error, String marked) {
    assertThat(error).isInstanceOf(SparkThrowable.class);
    QueryContext context = ((SparkThrowable) error).getQueryContext()[0];
    String sql = unmarked(marked);
    int start = marked.indexOf('«');
    int stop = marked.indexOf('»') - 1; // without the mark before it
    assertThat(context.fragment()).isEqualTo(sql.substring(start, stop));
    TextPosition place = place(marked);
    assertThat(context.summary())
        .contains("(line " + place.line() + ", position " + (place.column() + 1) + ")");
  }

  private static TextPosition place(String marked) {
    return TextPosition.of(unmarked(marked), marked.indexOf('«'));
  }

  private static String unmarked(String marked) {
    return marked.replace("«", "").replace("»", "");
  }
}
