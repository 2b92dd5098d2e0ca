package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.Test;

/**
 * A clause is nothing but Spark's own time travel: any relations of any statement with clauses give
 * the plan that {@code VERSION AS OF} in their place gives.
 */
class ClauseInsertionTest extends SqlTest {

  /** Relations in brackets, with a bar before their alias where they have one. */
  private static final List<String> STATEMENTS =
      List.of(
          "SELECT * FROM [t] WHERE a = 1",
          "SELECT x.a, for FROM [db.t|x] JOIN [u|y] ON x.a = y.a LEFT JOIN [v] USING (b), [w|z]",
          "SELECT * FROM [t], [u], (SELECT a FROM [v]) s, LATERAL (SELECT * FROM [w] WHERE w.a = t.a)",
          "WITH c AS (SELECT * FROM [t|x]), d AS (SELECT 1) SELECT * FROM c, d, [u] ORDER BY a",
          "SELECT * FROM [t] UNION ALL (SELECT * FROM [u|x] LIMIT 1) EXCEPT SELECT * FROM [v]",
          "SELECT substring(a FROM 1 FOR 2), overlay(a PLACING b FROM 1 FOR 2) FROM [t|x], [u]",
          "SELECT * FROM [t] PIVOT (sum(a) FOR b IN (1, 2))",
          "SELECT * FROM [t] UNPIVOT (v FOR n IN (a, b))",
          "SELECT * FROM [t|x] LATERAL VIEW explode(b) e AS f, g WHERE EXISTS (SELECT 1 FROM [u])",
          "SELECT a IN (SELECT b FROM [t]), (SELECT max(c) FROM [u|y]) FROM [v]",
          "SELECT * FROM ([t|x] JOIN ([u] CROSS JOIN [v|y]) ON x.a = u.a) JOIN [w]",
          "SELECT * FROM f(a => TABLE(SELECT * FROM [t|x]), b => 1) g JOIN [u] ON g.a = u.a",
          "SELECT a IS NOT DISTINCT FROM b, extract(DAY FROM c), trim(BOTH 'x' FROM d) FROM [t]",
          "SELECT CASE WHEN a THEN b END FROM [t|x] JOIN [u] ON CASE WHEN a THEN b ELSE c END, [v]",
          "FROM [t] |> WHERE a = 1 |> JOIN [u|x] ON t.a = x.a |> UNION ALL (SELECT * FROM [v])",
          "FROM [t|x] INSERT INTO u SELECT a INSERT INTO v SELECT b WHERE a > 1",
          "INSERT INTO r (a, b) SELECT a, b FROM [t|x], [u]",
          "CREATE TABLE r USING parquet AS SELECT * FROM [t] JOIN [u|x]",
          "CREATE OR REPLACE TEMPORARY VIEW r AS SELECT * FROM [t|x]",
          "EXPLAIN FORMATTED SELECT * FROM [t]",
          "DELETE FROM r WHERE a IN (SELECT a FROM [t|x])",
          "UPDATE r SET a = (SELECT max(a) FROM [t]) WHERE b = 1",
          "MERGE INTO r USING (SELECT * FROM [t|x]) s ON r.a = s.a WHEN MATCHED THEN DELETE",
          "DESCRIBE QUERY SELECT * FROM [t]",
          "CACHE TABLE r AS SELECT * FROM [t|x]",
          "SELECT /*+ BROADCAST(t) */ 'FOR TODAY', \"x\" FROM [`a FOR b`.`c``d`|`x y`] -- FOR TODAY");

  /** Clauses, and the versions that they are. */
  private static final List<List<String>> CLAUSES =
      List.of(
          List.of("FOR TODAY", "TODAY"),
          List.of("FOR '2022-05-01'", "2022-05-01"),
          List.of("FOR 2022-05-01", "2022-05-01"),
          List.of("FOR TIMESTAMP '2022-05-01 10:00'", "2022-05-01T10:00"),
          List.of("FOR DATES BETWEEN MONDAY AND '2022-05-03'", "MONDAY..2022-05-03"),
          List.of("FOR DATES IN LAST_MONTH", "LAST_MONTH"),
          List.of("FOR DATES SINCE LATEST", "SINCE LATEST"),
          List.of("FOR LAST 7 DAYS", "LAST 7 DAYS"),
          List.of("FOR 2 WEEKS AGO", "2 WEEKS AGO"),
          List.of("FOR TODAY TIMESTAMP AS OF '2022-05-01'", "TODAY AS OF 2022-05-01T00:00:00Z"));

  private static final Pattern RELATION = Pattern.compile("\\[([^\\]|]*)(?:\\|([^\\]]*))?\\]");
  private static final List<String> BLANKS =
      List.of(" ", "\n", "  ", " /* FOR x */ ", " -- ' FOR\n");

  private final ParserInterface spark = new SparkSqlParser();
  private final ParserInterface extended = new TemporalParser(spark);
  private final Random random = new Random(20220615);

  @Test
  void givesThePlanOfSparksOwnTimeTravel() throws ParseException {
    for (int i = 0; i < 1500; i++) {
      String statement = STATEMENTS.get(i % STATEMENTS.size());
      StringBuilder clauses = new StringBuilder();
      StringBuilder versions = new StringBuilder();
      int from = 0;
      for (MatchResult relation : RELATION.matcher(statement).results().toList()) {
        String between = statement.substring(from, relation.start());
        clauses.append(between);
        versions.append(between);
        relation(relation, clauses, versions);
        from = relation.end();
      }
      clauses.append(statement, from, statement.length());
      versions.append(statement, from, statement.length());

      assertThat(plan(extended, clauses.toString()))
          .as("%s%nas%n%s", clauses, versions)
          .isEqualTo(plan(spark, versions.toString()));
    }
  }

  private void relation(MatchResult relation, StringBuilder clauses, StringBuilder versions) {
    String name = relation.group(1);
    String alias = relation.group(2) == null ? "" : " " + relation.group(2);
    if (random.nextInt(4) == 0) {
      clauses.append(name).append(alias);
      versions.append(name).append(alias);
      return;
    }
    List<String> clause = CLAUSES.get(random.nextInt(CLAUSES.size()));
    String text = " " + spaced(clause.get(0));
    String as = alias.isEmpty() || random.nextBoolean() ? alias : " AS" + alias;
    clauses.append(name).append(random.nextBoolean() ? text + as : as + text);
    versions.append(name).append(" VERSION AS OF '").append(clause.get(1)).append("'").append(as);
  }

  /** The clause with other blanks, none of them inside a literal, and in another case. */
  private String spaced(String clause) {
    StringBuilder result = new StringBuilder();
    boolean quoted = false;
    boolean lower = random.nextBoolean();
    for (int i = 0; i < clause.length(); i++) {
      char c = clause.charAt(i);
      quoted ^= c == '\'';
      if (c == ' ' && !quoted) {
        result.append(BLANKS.get(random.nextInt(BLANKS.size())));
      } else {
        result.append(lower && !quoted ? Character.toLowerCase(c) : c);
      }
    }
    return result.append(random.nextBoolean() ? "" : "\n").toString();
  }

  private static String plan(ParserInterface parser, String sql) throws ParseException {
    // Commands show the statement's text, which is laid out differently, and ids differ.
    return parser.parsePlan(sql).treeString().replaceAll("#\\d+", "#").replaceAll("\\s+", " ");
  }
}
