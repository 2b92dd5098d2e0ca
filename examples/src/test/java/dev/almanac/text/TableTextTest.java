package dev.almanac.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableTextTest {

  private static final TableText WIDE = table(0);

  @Test
  void alignsNumbersToTheRightAndMarksNull() {
    StructType schema = StructType.fromDDL("id INT, name STRING, price DECIMAL(6,2), ok BOOLEAN");
    assertThat(
            WIDE.of(
                schema,
                List.of(
                    Rows.of(schema, 1, "Mercury", new BigDecimal("10.50"), true),
                    Rows.of(schema, 100, null, null, null))))
        .isEqualTo(
            """
            +-----+---------+-------+------+
            | id  | name    | price | ok   |
            +-----+---------+-------+------+
            |   1 | Mercury | 10.50 | true |
            | 100 | NULL    |  NULL | NULL |
            +-----+---------+-------+------+
            """);
  }

  @Test
  void countsTheColumnsThatATerminalNeeds() {
    StructType schema = StructType.fromDDL("`名` STRING, n INT");
    assertThat(
            WIDE.of(
                schema,
                List.of(
                    Rows.of(schema, "火星", 1),
                    Rows.of(schema, "e\u0301", 2),
                    Rows.of(schema, "abc", 3))))
        .isEqualTo(
            """
            +------+---+
            | 名   | n |
            +------+---+
            | 火星 | 1 |
            | e\u0301    | 2 |
            | abc  | 3 |
            +------+---+
            """);
  }

  @Test
  void keepsACellOnOneLine() {
    StructType schema = StructType.fromDDL("t STRING");
    assertThat(WIDE.of(schema, List.of(Rows.of(schema, "a\nb\tc\u001b[31m"))))
        .contains("| a\\nb\\tc\uFFFD[31m |");
  }

  @Test
  void showsNestedValuesAsJsonAndBytesAsHex() {
    StructType schema = StructType.fromDDL("s STRUCT<a: INT>, b BINARY");
    assertThat(
            WIDE.of(
                schema,
                List.of(
                    Rows.of(schema, Rows.of("a INT", 1), "hi".getBytes(StandardCharsets.UTF_8)))))
        .contains("| {\"a\":1} | [68 69] |");
  }

  @Test
  void showsTimestampsInTheSessionsZone() {
    StructType schema = StructType.fromDDL("t TIMESTAMP");
    Cells paris = new Cells(Scalars.plain(ZoneId.of("Europe/Paris")), "NULL");
    assertThat(
            new TableText(paris, 0)
                .of(schema, List.of(Rows.of(schema, Instant.parse("2022-05-01T10:00:00Z")))))
        .contains("| 2022-05-01 12:00:00 |");
  }

  @Test
  void cutsTheWidestColumnsToTheScreen() {
    StructType schema = StructType.fromDDL("id INT, a STRING, b STRING");
    String table =
        table(40).of(schema, List.of(Rows.of(schema, 1, "x".repeat(50), "日".repeat(30))));
    assertThat(table.lines()).allMatch(line -> line.codePoints().count() <= 40);
    assertThat(table)
        .isEqualTo(
            """
            +----+----------------+----------------+
            | id | a              | b              |
            +----+----------------+----------------+
            |  1 | xxxxxxxxxxxxx… | 日日日日日日…  |
            +----+----------------+----------------+
            """);
  }

  @Test
  void neverCutsBelowWhatCanBeRead() {
    StructType schema = StructType.fromDDL("a STRING, b STRING");
    assertThat(table(5).of(schema, List.of(Rows.of(schema, "123456789", "short"))))
        .contains("| 1234567… | short |");
  }

  @Test
  void showsTheHeaderOfNoRows() {
    assertThat(WIDE.of(StructType.fromDDL("a INT"), List.of()))
        .isEqualTo(
            """
            +---+
            | a |
            +---+
            """);
  }

  private static TableText table(int screen) {
    return new TableText(new Cells(Scalars.plain(ZoneOffset.UTC), "NULL"), screen);
  }
}
