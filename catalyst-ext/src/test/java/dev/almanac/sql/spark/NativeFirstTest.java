package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL without clauses is what it was without the extension: the same plan, or the same error. */
class NativeFirstTest extends SqlTest {

  /** Statements in which FOR, and the words of the clause, mean something else; and many others. */
  static final List<String> STATEMENTS =
      List.of(
          "SELECT a, b AS c FROM db.t AS x WHERE a > 1 AND b IN (1, 2) ORDER BY a DESC LIMIT 5",
          "SELECT * FROM t FOR",
          "SELECT for.a FROM t for JOIN u for2 ON for.a = for2.a",
          "SELECT * FROM t AS for (a, b), u for WHERE for.a = 1",
          "SELECT today, last, dates FROM today, yesterday latest WHERE monday = 1",
          "SELECT substring(x FROM y FOR z), substr(x FROM 1 FOR 2) FROM t",
          "SELECT substring('2022-05-01' FROM 1 FOR today) FROM t for",
          "SELECT overlay(a PLACING b FROM 1 FOR 2), overlay(a PLACING '2022-05-01' FROM today FOR last)",
          "SELECT extract(DAY FROM ts), trim(BOTH 'x' FROM y), position('a' IN b) FROM t",
          "SELECT * FROM t PIVOT (sum(a) FOR today IN (1, 2))",
          "SELECT * FROM t PIVOT (sum(a) AS s FOR (b, c) IN ((1, 2) AS x, (3, 4) AS y))",
          "SELECT * FROM t UNPIVOT (v FOR n IN (a, b))",
          "SELECT * FROM t FOR VERSION AS OF '2022-05-01' x JOIN u VERSION AS OF 3",
          "SELECT * FROM t FOR SYSTEM_TIME AS OF '2022-05-01' AS x, u TIMESTAMP AS OF now()",
          "SELECT a FROM t TABLESAMPLE (10 PERCENT) x LATERAL VIEW explode(b) e AS f",
          "SELECT a IS DISTINCT FROM b, count(DISTINCT a) FILTER (WHERE b) OVER (PARTITION BY c) FROM t",
          "WITH a AS (SELECT 1), b (x) AS (TABLE t) SELECT * FROM a, b UNION ALL VALUES (1), (2)",
          "FROM t |> WHERE a = 1 |> EXTEND b AS c |> JOIN u ON t.a = u.a |> ORDER BY a",
          "SELECT '-- FOR TODAY', \"/* FOR TODAY */\", `FOR TODAY` -- FROM t FOR TODAY\n FROM `t`",
          "SELECT /*+ BROADCAST(t) */ * FROM t /* x */ WHERE r'\\' = 'it''s' AND \"a\\\"b\" = 'c'",
          "INSERT INTO t (a, b) SELECT a, b FROM u",
          "INSERT OVERWRITE TABLE t PARTITION (p = 1) SELECT * FROM u WHERE a = :x",
          "MERGE INTO t USING u ON t.a = u.a WHEN MATCHED THEN UPDATE SET b = u.b"
              + " WHEN NOT MATCHED THEN INSERT (a) VALUES (u.a)",
          "UPDATE t SET a = 1, b = (SELECT max(c) FROM u) WHERE a = 2",
          "DELETE FROM t AS for WHERE a NOT IN (SELECT b FROM u)",
          "CREATE TABLE t (a INT COMMENT 'for today', b STRING) USING parquet PARTITIONED BY (b)",
          "CREATE OR REPLACE TEMPORARY VIEW v AS SELECT * FROM t",
          "ANALYZE TABLE t COMPUTE STATISTICS FOR COLUMNS a, b",
          "ANALYZE TABLE t COMPUTE STATISTICS FOR ALL COLUMNS",
          "DESCRIBE t for",
          "DESCRIBE TABLE EXTENDED t PARTITION (a = 1)",
          "DESCRIBE QUERY SELECT * FROM t",
          "SHOW COLUMNS FROM t IN db",
          "SHOW TABLES FROM db LIKE 'x'",
          "SHOW TBLPROPERTIES t ('k')",
          "EXPLAIN EXTENDED SELECT * FROM t for",
          "SET spark.x = FROM t FOR TODAY",
          "SET TIME ZONE 'UTC'",
          "CACHE TABLE c OPTIONS ('a' = 'b') SELECT * FROM t",
          "EXECUTE IMMEDIATE 'SELECT * FROM t FOR TODAY WHERE a = ?' USING 1",
          "CREATE FUNCTION f (a INT) RETURNS INT RETURN a + 1",
          "CALL c.db.proc(a => 1, b => 'x')",
          "SELECT * FROM f(TABLE (t), TABLE (u) PARTITION BY a, n => 2)",
          "SELECT transform(a, x -> x + 1), map('k', 1)['k'], s.b[0]::INT, ?, :day FROM t",
          "BEGIN DECLARE today INT DEFAULT 1; FOR today AS SELECT * FROM t DO SELECT today.a; END FOR; END",
          "BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION SELECT 1; lbl: WHILE 1 > 0 DO LEAVE lbl; END WHILE; END",
          "BEGIN DECLARE c CONDITION FOR SQLSTATE '45000'; IF 1 = 1 THEN SELECT 1; ELSE SELECT 2; END IF; END",
          "SELECT CASE WHEN a THEN b ELSE c END, INTERVAL '1' DAY, DATE '2022-05-01' FROM t GROUP BY ALL");

  private static final List<String> WORDS =
      List.of(
          "FOR", "for", "FROM", "AS", "(", ")", ",", "SELECT", "WHERE", "t", "x", "1", "'s'",
          "JOIN", ".", "OF", "VERSION", "TABLE", "DATE", "IN", "END", ";", "*", "`q`", "\"d\"", "'",
          "/*", "--", "?", ":p", "BEGIN", "DO", "ON");

  /** What makes a text a clause, or an attempt at one: nothing else may be treated differently. */
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?is).*\\bfor\\b[^a-z]*(today|yesterday|latest|\\w+day\\b|dates\\b|last\\b|'|\"|\\d|-|:|\\?"
              + "|date\\b|timestamp\\b).*");

  private static final Pattern FOR_A_WORD = Pattern.compile("(?i)\\bFOR\\s+\\w+");

  private static final ParserInterface NATIVE = new SparkSqlParser();
  private static final ParserInterface EXTENDED = new TemporalParser(NATIVE);

  static List<String> statements() {
    return STATEMENTS;
  }

  @ParameterizedTest
  @MethodSource("statements")
  void theCorpusParsesAlike(String sql) throws ParseException {
    assertThat(outcome(NATIVE, sql)).as("a valid statement").doesNotStartWith("error");
    assertThat(outcome(EXTENDED, sql)).isEqualTo(outcome(NATIVE, sql));
  }

  /** A random word put in, taken out, doubled, or exchanged with another. */
  @Test
  void mutationsParseAlike() {
    Random random = new Random(20220615);
    List<String> differing = new ArrayList<>();
    int valid = 0;
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      String sql = mutated(STATEMENTS.get(random.nextInt(STATEMENTS.size())), random);
      String expected = outcome(NATIVE, sql);
      String actual = outcome(EXTENDED, sql);
      if (expected.startsWith("error")) {
        refused++;
      } else {
        valid++;
      }
      boolean mayDiffer = expected.startsWith("error") && hasClause(sql);
      if (!expected.equals(actual) && !(mayDiffer && isAboutTheUsersText(actual, sql))) {
        differing.add(sql + "\n  native:   " + expected + "\n  extended: " + actual);
      }
    }
    assertThat(differing).isEmpty();
    assertThat(valid).as("mutations that are valid").isGreaterThan(500);
    assertThat(refused).as("mutations that are not").isGreaterThan(500);
  }

  /** A clause is what looks like one, or two words without which the statement would be valid. */
  private static boolean hasClause(String sql) {
    return CLAUSE.matcher(sql).matches()
        || FOR_A_WORD
            .matcher(sql)
            .results()
            .map(found -> sql.substring(0, found.start()) + sql.substring(found.end()))
            .anyMatch(without -> !outcome(NATIVE, without).startsWith("error"));
  }

  private static boolean isAboutTheUsersText(String outcome, String sql) {
    return !outcome.startsWith("error") || outcome.contains(sql.lines().findFirst().orElse(""));
  }

  private static String mutated(String sql, Random random) {
    List<String> words = new ArrayList<>(Arrays.asList(sql.split("(?<=\\W)|(?=\\W)")));
    for (int n = 1 + random.nextInt(3); n > 0 && !words.isEmpty(); n--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(5)) {
        case 0 -> words.remove(at);
        case 1 -> words.add(at, words.get(random.nextInt(words.size())));
        case 2 -> words.set(at, words.get(random.nextInt(words.size())));
        case 3 -> words.add(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
        default -> words.set(at, " " + WORDS.get(random.nextInt(WORDS.size())) + " ");
      }
    }
    return String.join("", words);
  }

  private static String outcome(ParserInterface parser, String sql) {
    try {
      // Lambdas, ids and seeds in plans differ from run to run.
      return parser
          .parsePlan(sql)
          .treeString()
          .replaceAll("\\$\\$Lambda[^\\s,\\])]*", "lambda")
          .replaceAll("#\\d+", "#")
          .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid")
          .replaceAll("@[0-9a-f]+", "@")
          .replaceAll("('Sample .*), -?\\d+", "$1");
    } catch (ParseException error) {
      return "error " + error.getCondition() + " " + error.getMessage();
    } catch (Exception error) {
      return "error " + error;
    }
  }

  /** Counts what the parser below is asked. */
  private static final class Counting {

    private int calls;

    ParserInterface parser() {
      return (ParserInterface)
          java.lang.reflect.Proxy.newProxyInstance(
              ParserInterface.class.getClassLoader(),
              new Class<?>[] {ParserInterface.class},
              (proxy, method, arguments) -> {
                calls++;
                try {
                  return method.invoke(NATIVE, arguments);
                } catch (java.lang.reflect.InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });
    }
  }

  @Test
  void plainSqlCostsOneCallAndAClauseTwo() throws ParseException {
    Counting counting = new Counting();
    TemporalParser parser = new TemporalParser(counting.parser());

    parser.parsePlan("SELECT * FROM t FOR");
    assertThat(counting.calls).isEqualTo(1);

    parser.parseQuery("SELECT substring(x FROM 1 FOR 2) FROM t");
    assertThat(counting.calls).isEqualTo(2);

    parser.parsePlan("SELECT * FROM t FOR TODAY");
    assertThat(counting.calls).isEqualTo(4);

    assertThatThrownBy(() -> parser.parsePlan("SELECT * FROM t x y"))
        .isInstanceOf(ParseException.class);
    assertThat(counting.calls).as("refused, and no clause in it").isEqualTo(5);

    assertThatThrownBy(() -> parser.parsePlan("SELECT * FROM t FOR '2022-02-30'"))
        .isInstanceOf(TemporalParseException.class);
    assertThat(counting.calls).as("a clause that is known to be faulty").isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT * FROM t x y", "SELECT * FROM t FOR FROM"})
  void keepsTheOriginalError(String sql) {
    ParseException thrown = refusal(sql);
    TemporalParser parser = new TemporalParser(throwing(thrown));

    assertThatThrownBy(() -> parser.parsePlan(sql)).isSameAs(thrown);
    assertThatThrownBy(() -> parser.parseQuery(sql)).isSameAs(thrown);
    assertThatThrownBy(() -> parser.parsePlanWithParameters(sql, null)).isSameAs(thrown);
  }

  private static ParseException refusal(String sql) {
    try {
      throw new AssertionError(NATIVE.parsePlan(sql));
    } catch (ParseException expected) {
      return expected;
    }
  }

  private static ParserInterface throwing(ParseException error) {
    return (ParserInterface)
        java.lang.reflect.Proxy.newProxyInstance(
            ParserInterface.class.getClassLoader(),
            new Class<?>[] {ParserInterface.class},
            (proxy, method, arguments) -> {
              throw error;
            });
  }

  @Test
  void asksTheOtherParserForEverythingElse() throws ParseException {
    assertThat(EXTENDED.parseExpression("a + 1")).isEqualTo(NATIVE.parseExpression("a + 1"));
    assertThat(EXTENDED.parseTableIdentifier("a.b")).isEqualTo(NATIVE.parseTableIdentifier("a.b"));
    assertThat(EXTENDED.parseFunctionIdentifier("f"))
        .isEqualTo(NATIVE.parseFunctionIdentifier("f"));
    assertThat(EXTENDED.parseMultipartIdentifier("a.b.c"))
        .isEqualTo(NATIVE.parseMultipartIdentifier("a.b.c"));
    assertThat(EXTENDED.parseRoutineParam("a INT DEFAULT 1"))
        .isEqualTo(NATIVE.parseRoutineParam("a INT DEFAULT 1"));
    assertThat(EXTENDED.parseTableSchema("a INT")).isEqualTo(NATIVE.parseTableSchema("a INT"));
    assertThat(EXTENDED.parseDataType("INT")).isEqualTo(NATIVE.parseDataType("INT"));
  }

  /** Named twice in the configuration, it is asked twice, and neither gets in the way. */
  @Test
  void worksOnTopOfItself() throws ParseException {
    TemporalParser twice = new TemporalParser(EXTENDED);

    assertThat(twice.parsePlan("SELECT * FROM t FOR TODAY").treeString())
        .isEqualTo(EXTENDED.parsePlan("SELECT * FROM t FOR TODAY").treeString());
    assertThatThrownBy(() -> twice.parsePlan("SELECT * FROM t FOR TOMORROW"))
        .isInstanceOf(TemporalParseException.class);
  }
}
