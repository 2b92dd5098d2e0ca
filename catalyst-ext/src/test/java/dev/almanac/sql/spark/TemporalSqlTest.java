package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What version reaches the catalog for each table of a statement. */
class TemporalSqlTest extends SqlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT version FROM lake.t FOR TODAY                               --> TODAY
          select version from lake.t for today                               --> TODAY
          SELECT version FROM lake.t FOR '2022-05-01'                        --> 2022-05-01
          SELECT version FROM lake.t FOR "2022-05-01"                        --> 2022-05-01
          SELECT version FROM lake.t FOR 2022-05-01                          --> 2022-05-01
          SELECT version FROM lake.t FOR DATE '2022-05-01'                   --> 2022-05-01
          SELECT version FROM lake.t FOR '2022-05-01 12:00'                  --> 2022-05-01T12:00
          SELECT version FROM lake.t FOR TIMESTAMP '2022-05-01 12:00:00'     --> 2022-05-01T12:00
          SELECT version FROM lake.t FOR '2022-05-01T01:00+02:00'            --> 2022-05-01T01:00+02:00
          SELECT version FROM lake.t FOR MONDAY                              --> MONDAY
          SELECT version FROM lake.t FOR LATEST                              --> LATEST
          SELECT version FROM lake.t FOR DATES BETWEEN '2022-05-01' AND '2022-05-03' --> 2022-05-01..2022-05-03
          SELECT version FROM lake.t FOR DATES BETWEEN YESTERDAY AND TODAY   --> YESTERDAY..TODAY
          SELECT version FROM lake.t FOR DATES IN PREVIOUS_MONTH             --> LAST_MONTH
          SELECT version FROM lake.t FOR DATES SINCE 2022-06-01              --> SINCE 2022-06-01
          SELECT version FROM lake.t FOR LAST 6 DAYS                         --> LAST 6 DAYS
          SELECT version FROM lake.t FOR 3 DAYS AGO                          --> 3 DAYS AGO
          SELECT version FROM lake.t FOR TODAY;                              --> TODAY
          SELECT o.version FROM lake.t o FOR TODAY                           --> TODAY
          SELECT o.version FROM lake.t AS o FOR TODAY                        --> TODAY
          SELECT o.version FROM lake.t FOR TODAY o                           --> TODAY
          SELECT o.version FROM lake.t FOR TODAY AS o                        --> TODAY
          SELECT v FROM lake.t FOR TODAY AS o(a, b, v)                       --> TODAY
          SELECT v FROM lake.t o(a, b, v) FOR TODAY                          --> TODAY
          SELECT version FROM lake.t FOR TODAY WHERE id = 1 ORDER BY id LIMIT 1 --> TODAY
          SELECT version FROM lake.t FOR TODAY TABLESAMPLE (100 PERCENT)     --> TODAY
          SELECT version FROM lake.t WITH ('k' = 'v') FOR TODAY              --> TODAY
          SELECT version FROM lake.t FOR TODAY WITH ('k' = 'v')              --> TODAY
          SELECT version FROM (lake.t FOR TODAY)                             --> TODAY
          SELECT version FROM (SELECT * FROM lake.t FOR TODAY) s             --> TODAY
          SELECT (SELECT version FROM lake.t FOR TODAY)                      --> TODAY
          SELECT version FROM lake.a FOR TODAY WHERE EXISTS (SELECT 1 FROM lake.b FOR YESTERDAY) --> TODAY
          WITH c AS (SELECT * FROM lake.t FOR TODAY) SELECT version FROM c   --> TODAY
          TABLE lake.t FOR TODAY                                             --> 1 | t | TODAY
          FROM lake.t FOR TODAY SELECT version                               --> TODAY
          FROM lake.t FOR TODAY |> SELECT version                            --> TODAY
          TABLE lake.t FOR TODAY |> SELECT version                           --> TODAY
          SELECT version FROM IDENTIFIER('lake.t') FOR TODAY                 --> TODAY
          SELECT version FROM lake.for FOR TODAY                             --> TODAY
          SELECT for.version FROM lake.t for FOR TODAY                       --> TODAY
          SELECT for.version FROM lake.t FOR TODAY for                       --> TODAY
          SELECT today.version FROM lake.t FOR TODAY today                   --> TODAY
          SELECT version FROM lake.t FOR TODAY LATERAL VIEW explode(array(1)) e AS x --> TODAY
          SELECT * FROM (SELECT id, version FROM lake.t FOR TODAY) PIVOT (max(version) FOR id IN (1)) --> TODAY
          SELECT * FROM lake.t FOR TODAY PIVOT (max(version) FOR id IN (1))  --> t | TODAY
          SELECT substring(version FROM 2 FOR 3) FROM lake.t FOR TODAY       --> ODA
          SELECT overlay(version PLACING 'x' FROM 1 FOR 2) FROM lake.t FOR TODAY --> xDAY
          SELECT extract(YEAR FROM DATE '2022-01-01'), version FROM lake.t FOR TODAY --> 2022 | TODAY
          SELECT trim(BOTH 'T' FROM version) FROM lake.t FOR TODAY           --> ODAY
          SELECT 1 IS DISTINCT FROM 2, version FROM lake.t FOR TODAY         --> true | TODAY
          SELECT 'it''s FOR TODAY', version FROM lake.t FOR TODAY            --> it's FOR TODAY | TODAY
          SELECT "a \\" FOR TODAY", version FROM lake.t FOR TODAY            --> a " FOR TODAY | TODAY
          SELECT R'\\' AS x, version FROM lake.t FOR TODAY                   --> \\ | TODAY
          SELECT version FROM lake.`a FOR TODAY` FOR YESTERDAY               --> YESTERDAY
          SELECT version FROM lake.`a``b 'c` FOR YESTERDAY                   --> YESTERDAY
          SELECT version FROM `lake`.`t` AS `x y` FOR YESTERDAY              --> YESTERDAY
          SELECT version FROM lake.t /* FOR TODAY */ FOR YESTERDAY           --> YESTERDAY
          SELECT version FROM lake.t FOR /* a /* nested */ one */ YESTERDAY  --> YESTERDAY
          SELECT /*+ COALESCE(1) */ version FROM lake.t FOR TODAY            --> TODAY
          SELECT version FROM lake.t FOR VERSION AS OF 'x'                   --> x
          SELECT version FROM lake.t VERSION AS OF 'x'                       --> x
          SELECT version FROM lake.t FOR SYSTEM_TIME AS OF '1970-01-01 00:00:01' --> at 1000000
          SELECT version FROM lake.t FOR '2022-05-01' TIMESTAMP AS OF '2022-05-03 10:00' --> 2022-05-01 AS OF 2022-05-03T10:00:00Z
          SELECT version FROM lake.t FOR TODAY FOR SYSTEM_TIME AS OF TIMESTAMP '2022-05-03 10:00+01:00' x --> TODAY AS OF 2022-05-03T09:00:00Z
          """)
  void readsOneTable(String sql, String row) {
    assertThat(rows(sql)).containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT a.version, b.version FROM lake.t FOR TODAY a JOIN lake.t FOR YESTERDAY b ON a.id = b.id --> TODAY | YESTERDAY
          SELECT a.version, b.version FROM lake.t a FOR TODAY JOIN lake.t b FOR YESTERDAY ON a.id = b.id --> TODAY | YESTERDAY
          SELECT a.version, b.version FROM lake.t a FOR TODAY JOIN lake.t b ON a.id = b.id               --> TODAY | none
          SELECT a.version, b.version FROM lake.t a FOR TODAY LEFT JOIN lake.t b FOR YESTERDAY USING (id) --> TODAY | YESTERDAY
          SELECT a.version, b.version FROM lake.t a FOR TODAY CROSS JOIN lake.t b FOR LAST 2 DAYS        --> TODAY | LAST 2 DAYS
          SELECT a.version, b.version FROM lake.a FOR TODAY, lake.b FOR YESTERDAY                        --> TODAY | YESTERDAY
          SELECT a.version, b.version FROM lake.x a, lake.x FOR YESTERDAY b                              --> none | YESTERDAY
          SELECT a.version, b.version FROM lake.x a FOR TODAY, lake.x b FOR YESTERDAY WHERE a.id = b.id  --> TODAY | YESTERDAY
          SELECT a.version, c.version FROM lake.x a FOR TODAY JOIN lake.x b ON a.id = b.id, lake.c FOR MONDAY --> TODAY | MONDAY
          SELECT a.version, c.version FROM lake.x a FOR TODAY JOIN lake.x b ON CASE WHEN a.id = b.id THEN a.id ELSE b.id END = 1, lake.c FOR MONDAY --> TODAY | MONDAY
          SELECT a.version, b.version FROM (lake.a FOR TODAY JOIN lake.b FOR MONDAY ON a.id = b.id)      --> TODAY | MONDAY
          SELECT a.version, b.version FROM lake.a FOR TODAY, LATERAL (SELECT * FROM lake.b FOR MONDAY x WHERE x.id = a.id) b --> TODAY | MONDAY
          FROM lake.t FOR TODAY |> AS a |> JOIN lake.t FOR MONDAY b ON a.id = b.id |> SELECT a.version, b.version --> TODAY | MONDAY
          WITH x AS (SELECT * FROM lake.t FOR TODAY), y AS (TABLE lake.t FOR MONDAY) SELECT x.version, y.version FROM x, y --> TODAY | MONDAY
          SELECT a.version, b.version FROM lake.t FOR '2022-05-01' TIMESTAMP AS OF '2022-05-02' a, lake.t TIMESTAMP AS OF '1970-01-01' b --> 2022-05-01 AS OF 2022-05-02T00:00:00Z | at 0
          """)
  void readsEachSideOfItsOwn(String sql, String row) {
    assertThat(rows(sql)).containsExactly(row);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT version FROM lake.t FOR TODAY UNION ALL SELECT version FROM lake.t FOR YESTERDAY
          SELECT version FROM lake.t FOR TODAY UNION SELECT version FROM lake.t x FOR YESTERDAY
          (SELECT version FROM lake.t FOR TODAY) UNION ALL (SELECT version FROM lake.t FOR YESTERDAY)
          FROM lake.t FOR TODAY |> SELECT version |> UNION ALL (SELECT version FROM lake.t FOR YESTERDAY)
          SELECT version FROM (TABLE lake.t FOR TODAY UNION ALL TABLE lake.t FOR YESTERDAY)
          """)
  void readsEachBranchOfItsOwn(String sql) {
    assertThat(rows(sql)).containsExactly("TODAY", "YESTERDAY");
  }

  @Test
  void allowsCommentsAndLineBreaksAnywhere() {
    assertThat(
            rows(
                """
                -- FOR YESTERDAY
                SELECT version -- FROM x FOR MONDAY
                FROM
                  lake -- \\
                       continued FOR MONDAY
                  . t
                  /* the alias */ o
                FOR
                  DATES -- these
                  BETWEEN '2022-05-01' /* and */ AND
                  '2022-05-03'
                WHERE o.id = 1 -- FOR TODAY
                """))
        .containsExactly("2022-05-01..2022-05-03");
  }
}
