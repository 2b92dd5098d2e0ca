package dev.almanac.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** CSV, JSON and Markdown as whole texts. */
class LineFormatsTest {

  private static final StructType SCHEMA =
      StructType.fromDDL("id INT, `the, name` STRING, day DATE, at TIMESTAMP, tags ARRAY<STRING>");

  private static final List<Row> ROWS =
      List.of(
          Rows.of(
              SCHEMA,
              1,
              "plain",
              LocalDate.of(2022, 5, 1),
              Instant.parse("2022-05-01T10:00:00.5Z"),
              CollectionConverters.asScala(List.of("a", "b")).toSeq()),
          Rows.of(SCHEMA, 2, "a \"quoted\", | two\nlines", null, null, null),
          Rows.of(SCHEMA, null, "", null, null, null));

  @Test
  void csv() {
    assertThat(text(new CsvLines(ZoneOffset.UTC), SCHEMA, ROWS))
        .isEqualTo(
            """
            id,"the, name",day,at,tags
            1,plain,2022-05-01,2022-05-01T10:00:00.5Z,"[""a"",""b""]"
            2,"a ""quoted"", | two
            lines",,,
            ,"",,,
            """);
  }

  @Test
  void json() {
    assertThat(text(new JsonLines(new JsonText(ZoneOffset.UTC), true), SCHEMA, ROWS))
        .isEqualTo(
            """
            [{"id":1,"the, name":"plain","day":"2022-05-01","at":"2022-05-01T10:00:00.5Z","tags":["a","b"]},
            {"id":2,"the, name":"a \\"quoted\\", | two\\nlines","day":null,"at":null,"tags":null},
            {"id":null,"the, name":"","day":null,"at":null,"tags":null}]
            """);
  }

  @Test
  void jsonLines() {
    assertThat(text(new JsonLines(new JsonText(ZoneOffset.UTC), false), SCHEMA, ROWS.subList(1, 3)))
        .isEqualTo(
            """
            {"id":2,"the, name":"a \\"quoted\\", | two\\nlines","day":null,"at":null,"tags":null}
            {"id":null,"the, name":"","day":null,"at":null,"tags":null}
            """);
  }

  @Test
  void markdown() {
    assertThat(text(new MarkdownLines(ZoneOffset.UTC), SCHEMA, ROWS))
        .isEqualTo(
            """
            | id | the, name | day | at | tags |
            | ---: | --- | --- | --- | --- |
            | 1 | plain | 2022-05-01 | 2022-05-01 10:00:00.5 | ["a","b"] |
            | 2 | a "quoted", \\| two<br>lines | NULL | NULL | NULL |
            | NULL |  | NULL | NULL | NULL |
            """);
  }

  @Test
  void noRowsAreStillAResult() {
    assertThat(text(new CsvLines(ZoneOffset.UTC), SCHEMA, List.of()))
        .isEqualTo("id,\"the, name\",day,at,tags\n");
    assertThat(text(new JsonLines(new JsonText(ZoneOffset.UTC), true), SCHEMA, List.of()))
        .isEqualTo("[]\n");
    assertThat(text(new JsonLines(new JsonText(ZoneOffset.UTC), false), SCHEMA, List.of()))
        .isEmpty();
  }

  @Test
  void csvQuotesWhatAReaderWouldTrim() {
    StructType schema = StructType.fromDDL("a STRING, b DECIMAL(5,2)");
    assertThat(new CsvLines(ZoneOffset.UTC).row(Rows.of(schema, " x ", new BigDecimal("1.50"))))
        .isEqualTo("\" x \",1.50");
  }

  private static String text(LineFormat format, StructType schema, List<Row> rows) {
    return format.opening(schema)
        + rows.stream().map(format::row).collect(Collectors.joining(format.separator()))
        + format.closing(!rows.isEmpty());
  }
}
