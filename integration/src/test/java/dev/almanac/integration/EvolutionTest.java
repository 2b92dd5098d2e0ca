package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One dataset over the years: other formats, more columns, wider types. */
class EvolutionTest extends LakeTest {

  /** Days 1 and 2 are text; 3 to 6 are Parquet, ORC, Avro and compressed text, each with more. */
  @BeforeEach
  void sixDays() {
    set("partition-scheme", "mabel");
    lake.file("t/" + day(1) + "/a.csv", "id,name\n1,csv\n")
        .file("t/" + day(2) + "/a.jsonl", "{\"id\":2,\"name\":\"jsonl\"}\n")
        .parquet(
            spark(),
            "t/" + day(3) + "/a.parquet",
            "SELECT 3 AS id, 'parquet' AS name, 0.5F AS price")
        .write(
            spark(),
            "orc",
            "t/" + day(4) + "/a.orc",
            "SELECT 4L AS id, 'orc' AS name, 0.5F AS price")
        .write(
            spark(),
            "avro",
            "t/" + day(5) + "/a.avro",
            "SELECT 5L AS id, 'avro' AS name, 0.5D AS price")
        .parquet(
            spark(),
            "t/" + day(6) + "/a.parquet",
            "SELECT 6L AS id, 'last' AS name, 0.5D AS price, true AS paid");
  }

  private String range(int from, int to) {
    return "SELECT * FROM %s.t FOR DATES BETWEEN '2024-01-%02d' AND '2024-01-%02d'"
        .formatted(catalog, from, to);
  }

  private List<String> schema(String sql) {
    return List.of(spark().sql(sql).schema().fields()).stream()
        .map(field -> field.name() + " " + field.dataType().catalogString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1 | id int, name string",
        "1 | 2 | id bigint, name string",
        "1 | 3 | id int, name string, price float",
        "1 | 4 | id bigint, name string, price float",
        "3 | 5 | id bigint, name string, price double",
        "1 | 6 | id bigint, name string, price double, paid boolean",
        "6 | 6 | id bigint, name string, price double, paid boolean",
      })
  void theNewestFileDecides(int from, int to, String columns) {
    assertThat(String.join(", ", schema(range(from, to)))).isEqualTo(columns);
    List<Row> rows = rows(range(from, to) + " ORDER BY id");
    assertThat(rows).hasSize(to - from + 1);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(((Number) rows.get(i).get(0)).intValue()).isEqualTo(from + i);
      assertThat(rows.get(i).getString(1)).isNotEmpty();
    }
  }

  @Test
  void whatOlderFilesLackIsNull() {
    assertThat(column("SELECT id FROM (" + range(1, 6) + ") WHERE price IS NULL"))
        .containsExactlyInAnyOrder("1", "2");
    assertThat(column("SELECT id FROM (" + range(1, 6) + ") WHERE paid IS NULL")).hasSize(5);
    assertThat(column("SELECT id FROM (" + range(1, 6) + ") WHERE paid")).containsExactly("6");
    assertThat(column("SELECT sum(price) FROM (" + range(1, 6) + ")")).containsExactly("2.0");
  }

  @Test
  void filtersAndHiddenColumnsWorkAcrossFormats() {
    assertThat(column("SELECT name FROM (" + range(1, 6) + ") WHERE id BETWEEN 2 AND 4"))
        .containsExactlyInAnyOrder("jsonl", "parquet", "orc");
    assertThat(
            column(
                "SELECT day(_date) FROM %s.t FOR LATEST UNION ALL SELECT day(_date) FROM %s.t FOR '2024-01-02'"
                    .formatted(catalog, catalog)))
        .containsExactly("6", "2");
  }

  @Test
  void mergedColumnsAreThoseOfAll() {
    lake.file("t/" + day(7) + "/a.jsonl", "{\"id\":7,\"note\":\"x\"}\n");
    assertThat(schema(range(1, 7))).containsExactly("id bigint", "note string");

    set("merge-schema", "true");

    assertThat(schema(range(1, 7)))
        .containsExactlyInAnyOrder(
            "id bigint", "note string", "name string", "price double", "paid boolean");
    assertThat(rows(range(1, 7))).hasSize(7);
    assertThat(column("SELECT sum(price) FROM (" + range(1, 7) + ")")).containsExactly("2.0");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aClashNamesTheColumnTheTypesAndTheFile(String merge) {
    set("merge-schema", merge);
    lake.parquet(
        spark(), "t/" + day(7) + "/a.parquet", "SELECT 7L AS id, DATE'2024-01-07' AS name");

    Errors.thrownBy(Condition.INCOMPATIBLE_SCHEMA, () -> rows(range(6, 7)))
        .containsIgnoringCase("column")
        .containsIgnoringCase("date")
        .contains("name", day(6) + "/a.parquet", "merge-schema");
  }
}
