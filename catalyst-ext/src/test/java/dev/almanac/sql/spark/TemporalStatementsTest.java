package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MergeIntoTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses in statements other than plain queries. */
class TemporalStatementsTest extends SqlTest {

  @AfterEach
  void drop() {
    spark.sql("DROP VIEW IF EXISTS v");
    spark.sql("DROP VIEW IF EXISTS tv");
    spark.sql("DROP TABLE IF EXISTS target");
  }

  @Test
  void viewsKeepTheClauseAsItIs() {
    spark.sql("CREATE VIEW v AS SELECT version FROM lake.t FOR TODAY x WHERE x.id = 1");
    spark.sql("CREATE OR REPLACE TEMP VIEW tv AS TABLE lake.t FOR LAST 3 DAYS");

    assertThat(rows("SELECT * FROM v")).containsExactly("TODAY");
    assertThat(rows("SELECT version FROM tv")).containsExactly("LAST 3 DAYS");
    assertThat(rows("SHOW CREATE TABLE v").get(0)).contains("VERSION AS OF 'TODAY'");
    assertThat(rows("SELECT v.version, t.version FROM v, lake.t FOR MONDAY"))
        .containsExactly("TODAY | MONDAY");
  }

  @Test
  void createsAndFillsTables() {
    spark.sql("CREATE TABLE target USING parquet AS SELECT version FROM lake.t FOR TODAY");
    spark.sql("INSERT INTO target SELECT version FROM lake.t o FOR YESTERDAY");
    spark.sql("FROM lake.t FOR MONDAY INSERT INTO target SELECT version");
    spark.sql("INSERT INTO target (version) (SELECT version FROM lake.t FOR TUESDAY)");
    spark.sql("WITH c AS (TABLE lake.t FOR FRIDAY) INSERT INTO target SELECT version FROM c");

    assertThat(rows("TABLE target"))
        .containsExactly("FRIDAY", "MONDAY", "TODAY", "TUESDAY", "YESTERDAY");

    spark.sql("INSERT OVERWRITE target SELECT version FROM lake.t FOR TODAY");
    assertThat(rows("TABLE target")).containsExactly("TODAY");
  }

  @Test
  void functionsKeepTheClauseAsItIs() {
    spark.sql(
        "CREATE TEMPORARY FUNCTION versions() RETURNS TABLE (v STRING)"
            + " RETURN SELECT version FROM lake.t FOR TODAY");

    assertThat(rows("SELECT * FROM versions()")).containsExactly("TODAY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM target WHERE version IN (SELECT version FROM lake.t FOR TODAY)",
        "UPDATE target SET version = (SELECT max(version) FROM lake.t FOR TODAY)",
        "MERGE INTO target USING lake.t FOR TODAY ON target.version = t.version"
            + " WHEN MATCHED THEN DELETE",
        "MERGE INTO target AS a USING lake.t FOR TODAY AS b ON a.version = b.version"
            + " WHEN NOT MATCHED THEN INSERT *",
        "MERGE INTO target AS a USING lake.t b FOR TODAY ON a.version = b.version"
            + " WHEN NOT MATCHED THEN INSERT *",
        "MERGE INTO target AS a USING (SELECT * FROM lake.t FOR TODAY) b ON a.version = b.version"
            + " WHEN NOT MATCHED THEN INSERT *",
        "CACHE TABLE c AS SELECT * FROM lake.t FOR TODAY",
        "SELECT * FROM my_function(TABLE lake.t FOR TODAY)",
        "SELECT * FROM my_function(input => TABLE(lake.t FOR TODAY) PARTITION BY id, n => 1)",
        "SELECT * FROM my_function(TABLE(SELECT * FROM lake.t FOR TODAY))",
      })
  void reachesTheSourcesOfOtherStatements(String sql) throws ParseException {
    assertThat(timeTravels(parser().parsePlan(sql))).isEqualTo("TODAY");
  }

  private static String timeTravels(LogicalPlan plan) {
    String text = plan.toString();
    int at = text.indexOf("RelationTimeTravel");
    return at < 0
        ? text
        : text.substring(at).lines().findFirst().orElseThrow().replaceAll(".*, ", "");
  }

  @Test
  void theSourceOfAMergeKeepsItsName() throws ParseException {
    MergeIntoTable merge =
        (MergeIntoTable)
            parser()
                .parsePlan(
                    "MERGE INTO lake.target USING lake.t FOR TODAY ON target.id = t.id"
                        + " WHEN MATCHED THEN DELETE");
    LogicalPlan analyzed = spark.sessionState().analyzer().execute(merge.sourceTable());

    assertThat(merge.sourceTable().collectLeaves().head()).isInstanceOf(RelationTimeTravel.class);
    assertThat(analyzed.output().head().qualifier().mkString(".")).isEqualTo("lake.t");
  }

  @Test
  void describesTheTableOfThatDay() {
    assertThat(rows("DESCRIBE lake.t FOR TODAY"))
        .contains("id | int | null")
        .doesNotContain("extra | int | null");
    assertThat(rows("DESCRIBE lake.t FOR LAST 7 DAYS")).contains("extra | int | null");
    assertThat(rows("DESC TABLE lake.t FOR LAST 7 DAYS;")).contains("extra | int | null");
    assertThat(rows("DESCRIBE TABLE EXTENDED lake.`t` FOR /* all */ LAST 7 DAYS"))
        .contains("extra | int | null")
        .anyMatch(row -> row.startsWith("Name | t"));
    assertThat(rows("DESCRIBE FORMATTED lake.t FOR TODAY TIMESTAMP AS OF '2022-05-01'"))
        .anyMatch(row -> row.startsWith("Name | t"));
    assertThat(rows("DESCRIBE lake.t FOR LAST 7 DAYS extra"))
        .contains("data_type | int", "col_name | extra");
    assertThat(rows("DESCRIBE SELECT extra FROM lake.t FOR LAST 7 DAYS"))
        .containsExactly("extra | int | null");
    assertThat(rows("DESCRIBE QUERY TABLE lake.t FOR LAST 7 DAYS")).contains("extra | int | null");
  }

  @Test
  void showsTheColumnsOfThatDay() {
    assertThat(rows("SHOW COLUMNS FROM lake.t FOR TODAY")).containsExactly("id", "name", "version");
    assertThat(rows("SHOW COLUMNS IN lake.t FOR LAST 7 DAYS"))
        .containsExactly("extra", "id", "name", "version");
    assertThat(rows("SHOW COLUMNS IN lake.ns.t FOR LAST 7 DAYS IN ns"))
        .containsExactly("extra", "id", "name", "version");
    assertThat(rows("show columns from lake.t")).containsExactly("id", "name", "version");
  }

  @Test
  void explains() {
    assertThat(rows("EXPLAIN EXTENDED SELECT * FROM lake.t FOR TODAY").get(0))
        .contains("'RelationTimeTravel 'UnresolvedRelation [lake, t], [], false, TODAY");
    assertThat(rows("EXPLAIN DESCRIBE lake.t FOR TODAY").get(0)).contains("DescribeTable");
  }

  @Test
  void runsScripts() {
    assertThat(
            rows(
                """
                BEGIN
                  DECLARE total INT DEFAULT 0;
                  DECLARE EXIT HANDLER FOR DIVIDE_BY_ZERO SELECT 'failed' AS version;
                  lbl: FOR today AS SELECT id FROM lake.t FOR TODAY DO
                    SET total = total + today.id;
                    FOR other AS SELECT x.id FROM lake.t x FOR YESTERDAY, lake.t FOR MONDAY DO
                      SET total = total + other.id;
                    END FOR;
                  END FOR lbl;
                  IF (SELECT count(*) FROM lake.t FOR LAST 2 DAYS) = 1 THEN
                    DESCRIBE lake.t FOR TODAY;
                    SELECT version, total FROM lake.t FOR '2022-05-01';
                  END IF;
                END
                """))
        .containsExactly("2022-05-01 | 2");
    assertThat(
            rows(
                """
                BEGIN
                  DECLARE EXIT HANDLER FOR DIVIDE_BY_ZERO
                    SELECT version FROM lake.t FOR YESTERDAY;
                  SELECT id / 0 FROM lake.t FOR TODAY;
                  DESCRIBE lake.t FOR TODAY;
                END
                """))
        .containsExactly("YESTERDAY");
    assertThat(rows("BEGIN DESCRIBE lake.t FOR LAST 7 DAYS; END"))
        .as("Spark gives no result of a command in a script")
        .isEqualTo(rows("BEGIN DESCRIBE lake.t; END"));
  }

  /** Spark cuts the text of such statements out of the script, by offsets of the rewritten one. */
  @Test
  void scriptsFindTheirOwnText() {
    assertThat(
            rows(
                "BEGIN SELECT version FROM lake.t FOR TODAY; EXECUTE IMMEDIATE 'SELECT version FROM"
                    + " lake.t FOR MONDAY'; END"))
        .containsExactly("MONDAY");
    assertThatThrownBy(
            () ->
                spark.sql(
                    "BEGIN IF (SELECT version FROM lake.t FOR TODAY) THEN SELECT 1; END IF; END"))
        .isInstanceOf(Exception.class)
        .isNotInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          WITH c AS (SELECT 1) SELECT * FROM c FOR TODAY           --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          SELECT * FROM v FOR TODAY                                --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          SELECT * FROM v x FOR TODAY                              --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          SELECT * FROM tv FOR TODAY                               --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          SELECT * FROM target FOR TODAY                           --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          DESCRIBE v FOR TODAY                                     --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          SHOW COLUMNS FROM tv FOR TODAY                           --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          SELECT * FROM lake.missing FOR TODAY                     --> TABLE_OR_VIEW_NOT_FOUND
          DESCRIBE lake.missing FOR TODAY                          --> TABLE_OR_VIEW_NOT_FOUND
          SELECT * FROM parquet.`/tmp/x` FOR TODAY                 --> UNSUPPORTED_FEATURE.TIME_TRAVEL
          """)
  void isNeverIgnored(String sql, String condition) {
    spark.sql("CREATE VIEW v AS SELECT 1 AS a");
    spark.sql("CREATE TEMP VIEW tv AS SELECT 1 AS a");
    spark.sql("CREATE TABLE target USING parquet AS SELECT 1 AS a");

    assertThatThrownBy(() -> spark.sql(sql).collect())
        .isInstanceOfSatisfying(
            AnalysisException.class,
            error -> assertThat(error.getCondition()).isEqualTo(condition));
  }

  /** What the analyzer finds is shown in the text that the user wrote. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT nope FROM lake.t FOR TODAY                                    --> nope
          SELECT * FROM lake.t x FOR TODAY WHERE x.nope = 1                    --> x.nope
          SELECT '🌍', nope FROM lake.t FOR TODAY                             --> nope
          SELECT * FROM lake.t FOR TODAY JOIN lake.missing FOR MONDAY USING (id) --> lake.missing
          SELECT * FROM lake.t x FOR TODAY WHERE :a = 1 AND x.nope = 1         --> x.nope
          """)
  void analysisErrorsShowTheUsersText(String sql, String fragment) {
    assertThatThrownBy(() -> spark.sql(sql, java.util.Map.of("a", "a long value")))
        .isInstanceOfSatisfying(
            AnalysisException.class,
            error -> {
              assertThat(error.getQueryContext()[0].startIndex())
                  .isEqualTo(sql.codePointCount(0, sql.indexOf(fragment)));
              assertThat(error.getQueryContext()[0].summary())
                  .contains(sql.substring(Math.max(0, sql.indexOf(fragment) - 20)))
                  .doesNotContain("VERSION");
            });
  }

  @Test
  void readsDoubleQuotedNames() {
    spark.conf().set("spark.sql.ansi.doubleQuotedIdentifiers", "true");
    try {
      assertThat(rows("SELECT \"version\" FROM \"lake\".\"t FOR x\" \"o\" FOR \"2022-05-01\""))
          .containsExactly("2022-05-01");
      assertThat(rows("SELECT \"version\" FROM lake.\"t\" FOR '2022-05-01' \"o\""))
          .containsExactly("2022-05-01");
    } finally {
      spark.conf().unset("spark.sql.ansi.doubleQuotedIdentifiers");
    }
  }

  @Test
  void readsTheSecondAxisInTheSessionsTimeZone() {
    spark.conf().set("spark.sql.session.timeZone", "America/New_York");
    try {
      assertThat(
              rows(
                  "SELECT version FROM lake.t FOR '2022-05-01' TIMESTAMP AS OF '2022-05-03 10:00'"))
          .containsExactly("2022-05-01 AS OF 2022-05-03T14:00:00Z");
    } finally {
      spark.conf().set("spark.sql.session.timeZone", "UTC");
    }
  }
}
