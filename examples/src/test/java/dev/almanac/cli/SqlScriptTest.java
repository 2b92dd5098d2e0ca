package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlScriptTest {

  static Stream<Arguments> scripts() {
    return Stream.of(
        arguments("SELECT 1", List.of("SELECT 1")),
        arguments("SELECT 1;", List.of("SELECT 1")),
        arguments(" SELECT 1 ; \n SELECT 2 ", List.of("SELECT 1", "SELECT 2")),
        arguments("", List.of()),
        arguments(" ;; ; ", List.of()),
        arguments("-- only a remark", List.of()),
        arguments("/* a; b */ ;", List.of()),
        arguments("SELECT 1 -- one; two\n; SELECT 2", List.of("SELECT 1 -- one; two", "SELECT 2")),
        arguments("SELECT 1; -- the end", List.of("SELECT 1")),
        arguments("-- first\nSELECT 1", List.of("-- first\nSELECT 1")),
        arguments("-- it's\nSELECT ';'", List.of("-- it's\nSELECT ';'")),
        arguments("-- goes \\\n on; SELECT 1\n;SELECT 2", List.of("SELECT 2")),
        arguments("SELECT ';'", List.of("SELECT ';'")),
        arguments("SELECT 'it''s; so'", List.of("SELECT 'it''s; so'")),
        arguments("SELECT 'it\\'s; so'; X", List.of("SELECT 'it\\'s; so'", "X")),
        arguments("SELECT \"a;'b\"; X", List.of("SELECT \"a;'b\"", "X")),
        arguments("SELECT `a;b``;`; X", List.of("SELECT `a;b``;`", "X")),
        arguments("SELECT `a\\`; X", List.of("SELECT `a\\`", "X")),
        arguments("SELECT r'C:\\'; X", List.of("SELECT r'C:\\'", "X")),
        arguments("SELECT R\"a\\\"; X", List.of("SELECT R\"a\\\"", "X")),
        arguments("SELECT bar'C:\\'; X'", List.of("SELECT bar'C:\\'; X'")),
        arguments("SELECT '--'; X", List.of("SELECT '--'", "X")),
        arguments("SELECT 1 /* a /* b; */ c; */; X", List.of("SELECT 1 /* a /* b; */ c; */", "X")),
        arguments("SELECT /*+ BROADCAST(a) */ 1; X", List.of("SELECT /*+ BROADCAST(a) */ 1", "X")),
        arguments("SELECT 4/2-1; X", List.of("SELECT 4/2-1", "X")),
        arguments(
            "SELECT CASE WHEN a THEN 1 END; X", List.of("SELECT CASE WHEN a THEN 1 END", "X")),
        arguments("SELECT 日本; SELECT '語;'", List.of("SELECT 日本", "SELECT '語;'")),
        arguments(
            "BEGIN SELECT 1; SELECT 2; END; X", List.of("BEGIN SELECT 1; SELECT 2; END", "X")),
        arguments(
            "begin DECLARE x INT; BEGIN SET x = 1; END; SELECT x; end",
            List.of("begin DECLARE x INT; BEGIN SET x = 1; END; SELECT x; end")),
        arguments(
            "BEGIN IF a THEN SELECT 1; END IF; WHILE b DO SELECT 2; END WHILE; END; X",
            List.of("BEGIN IF a THEN SELECT 1; END IF; WHILE b DO SELECT 2; END WHILE; END", "X")),
        arguments(
            "BEGIN CASE a WHEN 1 THEN SELECT 1; END CASE; SELECT CASE b WHEN 1 THEN 2 END; END; X",
            List.of(
                "BEGIN CASE a WHEN 1 THEN SELECT 1; END CASE; SELECT CASE b WHEN 1 THEN 2 END; END",
                "X")),
        arguments(
            "l: BEGIN FOR r AS SELECT 1 DO SELECT r; END FOR; END l; X",
            List.of("l: BEGIN FOR r AS SELECT 1 DO SELECT r; END FOR; END l", "X")),
        arguments("SELECT a AS begin; X", List.of("SELECT a AS begin", "X")));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void cutsWhereSparkWould(String text, List<String> statements) {
    assertThat(SqlScript.of(text).all()).isEqualTo(statements);
  }

  @Test
  void tellsWhatIsFinishedFromWhatIsNot() {
    SqlScript script = SqlScript.of("SELECT 1; SELECT 'a;");
    assertThat(script.statements()).containsExactly("SELECT 1");
    assertThat(script.rest()).isEqualTo("SELECT 'a;");
  }

  @Test
  void leavesACommentThatNeverEndsToSpark() {
    assertThat(SqlScript.of("SELECT 1; /* oh").rest()).isEqualTo("/* oh");
  }
}
