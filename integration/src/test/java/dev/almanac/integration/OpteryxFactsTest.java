package dev.almanac.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.almanac.testing.SparkTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Facts of another implementation over its own data ({@code cases/opteryx.tsv} of the shared
 * folder), in Spark's spelling; the first column is the case there.
 */
class OpteryxFactsTest extends SparkTest {

  private static final Path DATA = Path.of("..", "..", "shared", "testdata");

  @BeforeAll
  static void open() {
    assumeTrue(Files.isDirectory(DATA), "the shared test data is not beside the project");
    Path data = DATA.toAbsolutePath().normalize();
    openCatalog("facts", data.getParent());
    String flat = "spark.sql.catalog.facts.store.flat.";
    spark().conf().set(flat + "location", data.resolve("partitioned").toString());
    spark().conf().set(flat + "partition-scheme", "none");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A02 | SELECT * FROM facts.testdata.partitioned.dated FOR '2024-02-04' | 25 | 8",
        "A04 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN '2024-02-01' AND '2024-02-28' | 50 | 8",
        "A07 | SELECT * FROM facts.testdata.partitioned.dated FOR '2024-02-03 00:00' | 25 | 8",
        "A08 | SELECT * FROM facts.testdata.partitioned.dated FOR '2024-02-03 12:00' | 25 | 8",
        "A10 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN '2024-02-01 00:00' AND '2024-02-28 00:00' | 50 | 8",
        "A12 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN '2024-02-01 00:00' AND '2024-02-28 00:00' OFFSET 1 | 49 | 8",
        "A14 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES SINCE '2024-02-04 00:00' | 25 | 8",
        "A17 | SELECT * FROM facts.testdata.partitioned.framed FOR '2021-03-28' WHERE test = 1 | 100000 | 1",
        "A18 | SELECT * FROM facts.testdata.partitioned.framed FOR '2021-03-29' WHERE test = 1 | 100000 | 1",
        "A19 | SELECT * FROM facts.testdata.partitioned.framed FOR DATES BETWEEN '2021-03-28' AND '2021-03-29' | 200000 | 1",
        "A20 | SELECT * FROM facts.testdata.partitioned.framed FOR DATES BETWEEN '2021-03-29' AND '2021-03-30' | 100000 | 1",
        "A21 | SELECT * FROM facts.testdata.partitioned.framed FOR DATES BETWEEN '2021-03-28' AND '2021-03-30' | 200000 | 1",
        "A26 | SELECT * FROM facts.testdata.partitioned.nulls FOR '2000-01-01' WHERE username LIKE 'BBC%' | 3 | 5",
        "A27 | SELECT * FROM facts.testdata.partitioned.nulls FOR '2000-01-01' WHERE username ILIKE 'BBC%' | 3 | 5",
        "A29 | SELECT * FROM facts.testdata.partitioned.nulls FOR '2000-01-01' WHERE NOT username LIKE 'BBC%' | 21 | 5",
        "A31 | SELECT * FROM facts.testdata.partitioned.nulls FOR '2000-01-01' WHERE username RLIKE 'BBC.+' | 3 | 5",
        "A32 | SELECT * FROM facts.testdata.partitioned.nulls FOR '2000-01-01' WHERE username NOT RLIKE 'BBC.+' | 21 | 5",
        "D04 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN '2024-02-03 12:00' AND '2024-02-04 01:00' | 50 | 8",
        "D10 | SELECT * FROM facts.testdata.partitioned.hourly FOR DATES BETWEEN '2023-12-31' AND '2024-01-01' | 2 | 2",
        "D11 | SELECT * FROM facts.testdata.partitioned.hourly FOR DATES BETWEEN '2023-12-31' AND '2024-01-01 00:00' | 1 | 2",
        "D16 | SELECT * FROM facts.flat.in_segments | 25 | 8",
        "D17 | SELECT * FROM facts.flat.dated | 50 | 8",
        "D18 | SELECT * FROM facts.flat.framed | 600000 | 1",
        "F04 | SELECT * FROM facts.testdata.planets WHERE surfacePressure IS NULL | 4 | 20",
        "F05 | SELECT * FROM facts.testdata.planets WHERE id > gravity | 2 | 20",
        "F06 | SELECT * FROM facts.testdata.planets LIMIT 5 | 5 | 20",
        "F08 | SELECT * FROM facts.testdata.satellites | 177 | 8",
        "F09 | SELECT * FROM facts.testdata.planets INNER JOIN facts.testdata.satellites ON facts.testdata.planets.id = facts.testdata.satellites.planetId | 177 | 28",
        "F11 | SELECT * FROM facts.testdata.planets, facts.testdata.satellites WHERE facts.testdata.planets.id - facts.testdata.satellites.planetId != 0 | 1416 | 28",
        "F15 | SELECT * FROM facts.testdata.`hyphened-name` | 357 | 19",
        "F16 | SELECT * FROM facts.testdata.flat.ten_files | 250 | 8",
        "F18 | SELECT dict FROM facts.testdata.flat.struct | 6 | 1",
        "F19 | SELECT * FROM facts.testdata.flat.struct_array WHERE data[0].id = 1 | 1 | 2",
        "F23 | SELECT * FROM facts.testdata.split | 10000 | 7",
        "F25 | SELECT DISTINCT server, times_found FROM facts.testdata.split | 4850 | 2",
        "F26 | SELECT DISTINCT patch_id FROM facts.testdata.split WHERE risk_score > 8 | 2804 | 1",
        "F27 | SELECT DISTINCT DATE_TRUNC('day', first_found) FROM facts.testdata.split | 1097 | 1",
        "F28 | SELECT DISTINCT cves FROM facts.testdata.split | 9999 | 1",
        "F32 | SELECT * FROM facts.testdata.flat.tweets.`tweets-0000.jsonl` INNER JOIN facts.testdata.flat.tweets.`tweets-0001.jsonl` USING (userid) | 491 | 15",
        "F40 | SELECT * FROM facts.testdata.flat.formats.psv | 586 | 16",
        "F41 | SELECT L_SHIPINSTRUCT, L_LINESTATUS FROM facts.testdata.flat.formats.psv WHERE L_SHIPMODE ILIKE '%O%' | 90 | 2",
        "B15 | SELECT * FROM facts.testdata.partitioned.dated AS d FOR '2024-02-03' | 25 | 8",
        "B23 | SELECT username FROM facts.testdata.partitioned.dated FOR '2024-02-03' UNION ALL SELECT name FROM facts.testdata.satellites | 202 | 1",
        "B30 | SELECT * FROM facts.testdata.partitioned.dated /* comment */ FOR '2024-02-03' /* comment */ | 25 | 8",
        "B31 | SELECT username FROM facts.testdata.partitioned.nulls FOR '2000-01-01' WHERE SUBSTRING ( username FROM 1 FOR 3 ) = 'BBC' | 3 | 1",
        "B32 | SELECT SUBSTRING ( username FROM 5 FOR 2 ) FROM facts.testdata.partitioned.dated FOR '2024-02-03' | 25 | 1",
        "B35 | SELECT 'SELECT * FROM t FOR TODAY' FROM (SELECT 'FOR TODAY') AS sq CROSS JOIN facts.testdata.partitioned.dated FOR '2024-02-03' | 25 | 1",
        "missions | SELECT * FROM facts.testdata.partitioned.missions FOR '2024-03-17' | 357 | 19",
        "unnest | SELECT * FROM facts.testdata.partitioned.unnest_test FOR '2000-01-01' | 10 | 2",
      })
  void givesAsManyRowsAndColumns(String id, String sql, long rows, int columns) {
    Dataset<Row> read = spark().sql(sql);

    assertThat(read.columns()).hasSize(columns);
    assertThat(read.count()).isEqualTo(rows);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A25 | SELECT * FROM facts.testdata.partitioned.empty FOR '2000-01-01' | NO_COMPLETE_FRAME",
        "A35 | SHOW CREATE TABLE facts.testdata.partitioned.framed FOR '2021-03-28' | FOR '2021-03-28'",
        "framed 30 | SELECT * FROM facts.testdata.partitioned.framed FOR '2021-03-30' | NO_COMPLETE_FRAME",
        "D02 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN '2030-01-01' AND '2030-01-31' | NO_DATA_IN_RANGE",
        "D03 | SELECT * FROM facts.testdata.partitioned.absent FOR '2024-02-03' | NO_SUCH_DATASET",
        "D05 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES SINCE '2099-01-01' | INVALID_TEMPORAL_CLAUSE",
        "D09 | SELECT * FROM facts.testdata.partitioned.hourly FOR '2024-01-01 02:00' | no such hour",
        "D14 | SELECT * FROM facts.testdata.partitioned.missions FOR '2024-03-18' | the nearest is 2024-03-17",
        "F35 | SELECT * FROM facts.testdata.flat.`..`.flat.tweets | INVALID_NAME",
        "F37 | SELECT * FROM facts.`../x.parquet` | INVALID_NAME",
        "E02 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN today AND yesterday | INVALID_TEMPORAL_CLAUSE",
        "E11 | SELECT * FROM facts.testdata.partitioned.dated FOR 01-JUN-2025 | FOR 01-JUN",
        "E12 | SELECT * FROM facts.testdata.partitioned.dated FOR '01-JUN-2020' | 01-JUN-2020",
        "E18 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES IN LAST | INVALID_TEMPORAL_CLAUSE",
        "E03 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES IN '2022-01-01' AND '2022-01-02' | FOR DATES IN",
        "E05 | SELECT * FROM facts.testdata.partitioned.dated WHERE 1 = 1 FOR TODAY | FOR TODAY",
        "E08 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES BETWEEN TODAY AND TOMORROW | TOMORROW",
        "E15 | SELECT * FROM facts.testdata.partitioned.dated FOR '2022-13-01' | 2022-13-01",
        "E16 | SELECT * FROM facts.testdata.partitioned.dated FOR TOMORROW | TOMORROW",
        "E17 | SELECT * FROM facts.testdata.partitioned.dated FOR DATES IN LAST_CYCLE | LAST_CYCLE",
        "H02 | SELECT * FROM facts.testdata.partitioned.dated WHERE username LIKE 'BBC%' FOR '2000-01-01' | FOR '2000-01-01'",
        "B17 | SELECT * FROM (SELECT * FROM facts.testdata.partitioned.dated AS d) AS p FOR '2024-02-03' | FOR '2024-02-03'",
        "F39 | SELECT * FROM facts.RomanGods FOR TODAY | NO_SUCH_DATASET",
      })
  void saysWhy(String id, String sql, String said) {
    assertThatThrownBy(() -> spark().sql(sql).count()).hasMessageContaining(said);
  }
}
