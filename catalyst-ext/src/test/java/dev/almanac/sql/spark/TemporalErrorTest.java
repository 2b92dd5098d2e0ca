package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faulty clauses: each error has the clause, its place, the reason and the forms accepted. */
class TemporalErrorTest extends SqlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT * FROM lake.t FOR '2022-13-01'                     --> 21 --> FOR '2022-13-01' --> '2022-13-01' is impossible
          SELECT * FROM lake.t FOR '2022-02-30' WHERE id = 1        --> 21 --> FOR '2022-02-30' --> '2022-02-30' is impossible
          SELECT * FROM lake.t FOR DATE '2022-02-30'                --> 21 --> FOR DATE '2022-02-30' --> '2022-02-30' is impossible
          SELECT * FROM lake.t FOR TOMORROW                         --> 21 --> FOR TOMORROW --> a date is expected, not TOMORROW; did you mean TODAY?
          SELECT * FROM lake.t x FOR TOMORROW                       --> 23 --> FOR TOMORROW --> did you mean TODAY?
          SELECT * FROM lake.t FOR TOMORROW x WHERE x.id = 1        --> 21 --> FOR TOMORROW --> did you mean TODAY?
          SELECT * FROM lake.t FOR LAST_MONTH                       --> 21 --> FOR LAST_MONTH --> did you mean DATES IN LAST_MONTH?
          SELECT * FROM lake.t FOR banana                           --> 21 --> FOR banana --> a date is expected, not banana
          SELECT * FROM lake.t FOR 'banana'                         --> 21 --> FOR 'banana' --> 'banana' is neither
          SELECT * FROM lake.t FOR DATES BETWEEN '2022-05-03' AND '2022-05-01' --> 21 --> FOR DATES BETWEEN '2022-05-03' AND '2022-05-01' --> ends before it begins
          SELECT * FROM lake.t FOR DATES BETWEEN TODAY AND YESTERDAY --> 21 --> FOR DATES BETWEEN TODAY AND YESTERDAY --> ends before it begins
          SELECT * FROM lake.t FOR DATES BETWEEN '2022-05-01'       --> 21 --> FOR DATES BETWEEN '2022-05-01' --> AND is expected after the first point of BETWEEN, not the end of the text
          SELECT * FROM lake.t FOR DATES BETWEEN TODAY WHERE id = 1 --> 21 --> FOR DATES BETWEEN TODAY --> AND is expected after the first point of BETWEEN, not WHERE
          SELECT * FROM lake.t FOR DATES IN MAY                     --> 21 --> FOR DATES IN MAY --> a range is expected after DATES IN, not MAY
          SELECT * FROM lake.t FOR DATES TODAY                      --> 21 --> FOR DATES TODAY --> BETWEEN, IN or SINCE is expected
          SELECT * FROM lake.t FOR LAST x DAYS                      --> 21 --> FOR LAST x DAYS --> a whole number is expected after LAST, not x
          SELECT * FROM lake.t FOR LAST -1 DAYS                     --> 21 --> FOR LAST -1 DAYS --> a whole number is expected after LAST, not -
          SELECT * FROM lake.t FOR LAST 0 DAYS                      --> 21 --> FOR LAST 0 DAYS --> must be 1 or more
          SELECT * FROM lake.t FOR LAST 3 YEARS                     --> 21 --> FOR LAST 3 YEARS --> DAYS, HOURS, WEEKS or MONTHS
          SELECT * FROM lake.t FOR -1 DAYS AGO                      --> 21 --> FOR -1 DAYS AGO --> a date is expected, not -
          SELECT * FROM lake.t FOR 20220501                         --> 21 --> FOR 20220501 --> 20220501 is a number, not a date; did you mean '2022-05-01'?
          SELECT * FROM lake.t FOR 20220501 x                       --> 21 --> FOR 20220501 --> did you mean '2022-05-01'?
          SELECT * FROM lake.t FOR 2022-5-1                         --> 21 --> FOR 2022-5-1 --> '2022-5-1' is neither
          SELECT * FROM lake.t FOR TODAY FOR YESTERDAY              --> 31 --> FOR YESTERDAY --> the table before it has its dates already
          SELECT * FROM lake.t FOR TODAY x FOR YESTERDAY            --> 33 --> FOR YESTERDAY --> the table before it has its dates already
          SELECT * FROM lake.t VERSION AS OF 'a' FOR TODAY          --> 39 --> FOR TODAY --> the table before it has its dates already
          SELECT * FROM lake.t FOR TODAY VERSION AS OF 'a'          --> 21 --> FOR TODAY VERSION --> FOR or VERSION AS OF, not both
          SELECT * FROM lake.t FOR TODAY TIMESTAMP AS OF now()      --> 21 --> FOR TODAY TIMESTAMP AS OF now --> TIMESTAMP AS OF takes a literal or a parameter
          SELECT * FROM lake.t FOR TODAY TIMESTAMP AS OF TODAY      --> 21 --> FOR TODAY TIMESTAMP AS OF TODAY --> TIMESTAMP AS OF takes a literal or a parameter
          SELECT * FROM lake.t FOR TODAY TIMESTAMP AS OF '2022-02-30' --> 21 --> FOR TODAY TIMESTAMP AS OF '2022-02-30' --> '2022-02-30' is impossible
          SELECT * FROM lake.t WHERE id = 1 FOR TODAY               --> 34 --> FOR TODAY --> it stands after WHERE
          SELECT id FROM lake.t GROUP BY id FOR TODAY               --> 34 --> FOR TODAY --> it stands after GROUP
          SELECT id FROM lake.t ORDER BY id FOR LAST 7 DAYS         --> 34 --> FOR LAST 7 DAYS --> it stands after ORDER
          SELECT id FROM lake.t LIMIT 1 FOR TODAY                   --> 30 --> FOR TODAY --> it stands after LIMIT
          SELECT * FROM lake.t TABLESAMPLE (5 ROWS) FOR TODAY       --> 42 --> FOR TODAY --> it stands after TABLESAMPLE
          SELECT * FROM lake.t a JOIN lake.t b ON a.id = b.id FOR TODAY --> 52 --> FOR TODAY --> it stands after ON
          SELECT * FROM (SELECT * FROM lake.t) FOR TODAY            --> 37 --> FOR TODAY --> it stands after a subquery
          SELECT * FROM (SELECT * FROM lake.t) x FOR TODAY          --> 39 --> FOR TODAY --> it stands after a subquery
          SELECT * FROM range(5) FOR TODAY                          --> 23 --> FOR TODAY --> it stands after a function
          SELECT * FROM range(5) r FOR DATES IN LAST_WEEK           --> 25 --> FOR DATES IN LAST_WEEK --> it stands after a function
          SELECT 1 FOR TODAY                                        --> 9 --> FOR TODAY --> it stands after SELECT
          SELECT id FOR TODAY FROM lake.t                           --> 10 --> FOR TODAY --> it stands after SELECT
          SELECT * FROM VALUES (1) FOR TODAY                        --> 25 --> FOR TODAY --> it does not stand after a table
          DELETE FROM lake.t FOR TODAY                              --> 19 --> FOR TODAY --> it stands after a table that is not read
          UPDATE lake.t FOR TODAY SET id = 1                        --> 14 --> FOR TODAY --> it stands after a table that is not read
          INSERT INTO lake.t FOR TODAY SELECT 1                     --> 19 --> FOR TODAY --> it stands after a table that is not read
          MERGE INTO lake.t FOR TODAY USING lake.s s ON t.id = s.id WHEN MATCHED THEN DELETE --> 18 --> FOR TODAY --> it stands after a table that is not read
          DROP TABLE lake.t FOR TODAY                               --> 18 --> FOR TODAY --> it stands after a table that is not read
          SHOW TABLES FROM lake FOR TODAY                           --> 22 --> FOR TODAY --> it stands after a table that this statement does not read
          SELECT * FROM lake.t FOR :day                             --> 21 --> FOR :day --> the parameter :day has no value
          SELECT * FROM lake.t FOR ?                                --> 21 --> FOR ? --> the parameter ? has no value
          """)
  void namesTheClauseItsPlaceAndTheReason(String sql, int column, String clause, String reason) {
    ParseException error = catchThrowableOfType(ParseException.class, () -> spark.sql(sql));

    assertThat(error)
        .isNotNull()
        .hasMessageContaining("Cannot read the clause " + clause + ": ")
        .hasMessageContaining(reason)
        .hasMessageContaining("A clause stands directly after a table")
        .hasMessageContaining("LAST n DAYS|HOURS|WEEKS|MONTHS")
        .hasMessageContaining("(line 1, pos " + column + ")")
        .hasMessageContaining("== SQL ==\n" + sql + "\n" + "-".repeat(column) + "^^^");
    assertThat(error.getCondition()).isEqualTo("ALMANAC_INVALID_TEMPORAL_CLAUSE");
    assertThat(error.getSqlState()).isEqualTo("42601");
    assertThat(error.line().get()).isEqualTo(1);
    assertThat(error.startPosition().get()).isEqualTo(column);
    assertThat(error.getMessageParameters().get("message")).contains(reason);
  }

  @Test
  void countsLinesAndColumnsAsSparkDoes() {
    String sql = "SELECT *\nFROM lake.`été 🌍`\n  /* 🌍 */ FOR\n  TOMORROW";

    ParseException error = catchThrowableOfType(ParseException.class, () -> spark.sql(sql));

    assertThat(error)
        .hasMessageContaining("(line 3, pos 10)")
        .hasMessageContaining("  /* 🌍 */ FOR\n----------^^^\n  TOMORROW");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "-->",
      quoteCharacter = '\0',
      textBlock =
          """
          SELECT * FROM lake.t FOR TODAY WHERE id =                --> end of input
          SELECT * FROM lake.t FOR TODAY x y                       --> 'y'
          SELECT * FROM lake.t x FOR TODAY WHERE id = = 1          --> '='
          SELECT * FROM lake.t FOR LAST 7 DAYS GROUP id            --> 'id'
          SELECT * FROM lake.t FOR DATES BETWEEN '2022-05-01' AND '2022-05-03' WHERE id id --> 'id'
          SELECT * FROM lake.t FOR TODAY JOIN lake.t FOR MONDAY ON --> end of input
          """)
  void mapsOtherErrorsToTheUsersText(String sql, String near) {
    ParseException error = catchThrowableOfType(ParseException.class, () -> spark.sql(sql));
    int column =
        near.equals("end of input") ? sql.length() : sql.lastIndexOf(near.replace("'", ""));

    assertThat(error).isExactlyInstanceOf(ParseException.class);
    assertThat(error.getCondition()).isEqualTo("PARSE_SYNTAX_ERROR");
    assertThat(error)
        .hasMessageContaining("at or near " + near)
        .hasMessageContaining("(line 1, pos " + column + ")")
        .hasMessageContaining("== SQL ==\n" + sql)
        .hasMessageNotContaining("VERSION");
  }
}
