package dev.almanac.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.spark.ParquetFooters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.column.EncodingStats;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Batches of Parquet share the strings of dictionaries; rows are read as Spark does. */
class ParquetStringsTest extends FormatTest {

  private static final DataFormat PARQUET = Formats.named("parquet");

  private Path file(String sql, Map<String, String> options) throws IOException {
    Path file = folder.resolve("f.parquet");
    sparkWrite(spark().sql(sql), "parquet", options, file);
    return file;
  }

  private static ParquetMetadata footer(Path file) throws IOException {
    FileSlice slice = slice(file);
    return ParquetFooters.read(slice.hadoopPath(), slice.fileLength(), context().hadoop());
  }

  /** What was written comes back, by rows and by batches. */
  private void comesBack(String sql, Path file) {
    StructType columns = spark().sql(sql).schema();
    List<String> expected = texts(spark().sql(sql).collectAsList());
    ReadRequest request = new ReadRequest(columns, columns, List.of(), false);
    assertThat(texts(batches(PARQUET, request, slice(file), context()))).isEqualTo(expected);
    assertThat(texts(rows(PARQUET, request, slice(file), context()))).isEqualTo(expected);
  }

  private interface Strings {
    UTF8String of(ColumnarBatch batch, int row);
  }

  /** The strings of all rows, as objects. */
  private static List<UTF8String> objects(Path file, StructType columns, Strings strings)
      throws IOException {
    ReadRequest request = new ReadRequest(columns, columns, List.of(), true);
    List<UTF8String> objects = new ArrayList<>();
    try (PartitionReader<ColumnarBatch> reader =
        PARQUET.reader(request, context()).batches(slice(file))) {
      while (reader.next()) {
        ColumnarBatch batch = reader.get();
        for (int row = 0; row < batch.numRows(); row++) {
          objects.add(strings.of(batch, row));
        }
      }
    }
    return objects;
  }

  private void shares(String expression, Strings strings) throws IOException {
    String sql = "SELECT " + expression + " AS c FROM range(0, 100, 1, 1)";
    List<UTF8String> objects = objects(file(sql, Map.of()), spark().sql(sql).schema(), strings);
    assertThat(objects).hasSize(100);
    assertThat(objects.get(0)).isEqualTo(UTF8String.fromString("v0"));
    for (int row = 3; row < 100; row++) {
      assertThat(objects.get(row)).as("row %d", row).isSameAs(objects.get(row % 3));
    }
    assertThat(objects.get(1)).isEqualTo(UTF8String.fromString("v1"));
  }

  @Test
  void rowsShareStrings() throws IOException {
    shares("concat('v', id % 3)", (batch, row) -> batch.column(0).getUTF8String(row));
  }

  @Test
  void fieldsOfStructsShareStrings() throws IOException {
    shares(
        "named_struct('x', id, 's', concat('v', id % 3))",
        (batch, row) -> batch.column(0).getStruct(row).getUTF8String(1));
  }

  @Test
  void elementsOfArraysShareStrings() throws IOException {
    shares(
        "array(named_struct('s', concat('v', id % 3)))",
        (batch, row) -> batch.column(0).getArray(row).getStruct(0, 1).getUTF8String(0));
  }

  @Test
  void keysOfMapsShareStrings() throws IOException {
    shares(
        "map(concat('v', id % 3), id)",
        (batch, row) -> batch.column(0).getMap(row).keyArray().getUTF8String(0));
  }

  @Test
  void valuesOfMapsShareStrings() throws IOException {
    shares(
        "map(id, concat('v', id % 3))",
        (batch, row) -> batch.column(0).getMap(row).valueArray().getUTF8String(0));
  }

  @Test
  void rowGroupsHaveTheirOwnStrings() throws IOException {
    String text = "IF(id % 11 = 5, NULL, concat(id div 500, IF(id % 13 = 0, '', 'é'), id % 7))";
    String sql =
        "SELECT id, "
            + text
            + " AS s, named_struct('t', "
            + text
            + ") AS r, array("
            + text
            + ", 'z') AS l, map(concat('k', id % 3), "
            + text
            + ") AS m, IF(id % 2 = 0, '', NULL) AS e FROM range(0, 20000, 1, 1)";
    Path file =
        file(
            sql,
            Map.of(
                "parquet.block.size",
                "4096",
                "parquet.page.size",
                "1024",
                "parquet.block.size.row.check.min",
                "100",
                "parquet.page.size.row.check.min",
                "100"));
    assertThat(footer(file).getBlocks()).hasSizeGreaterThan(3);
    comesBack(sql, file);
  }

  @Test
  void largeDictionaries() throws IOException {
    String sql =
        "SELECT concat('v', pmod(hash(id % 3), 9000)) AS a, concat('w', id % 9000) AS b,"
            + " IF(id % 2 = 0, concat('x', 8999 - id % 9000), NULL) AS c FROM range(0, 30000, 1, 1)";
    Path file = file(sql, Map.of());
    EncodingStats b = footer(file).getBlocks().get(0).getColumns().get(1).getEncodingStats();
    assertThat(b.hasDictionaryEncodedPages() && !b.hasNonDictionaryEncodedPages()).isTrue();
    comesBack(sql, file);
  }

  @Test
  void dictionariesGivenUpHalfWay() throws IOException {
    String sql =
        "SELECT id, IF(id < 6000, concat('v', id % 5), concat('later ', id)) AS s"
            + " FROM range(0, 20000, 1, 1)";
    Path file =
        file(sql, Map.of("parquet.dictionary.page.size", "512", "parquet.page.size", "2048"));
    EncodingStats s = footer(file).getBlocks().get(0).getColumns().get(1).getEncodingStats();
    assertThat(s.hasDictionaryEncodedPages() && s.hasNonDictionaryEncodedPages()).isTrue();
    comesBack(sql, file);
  }

  @Test
  void columnsThatTheFileDoesNotHave() throws IOException {
    Path file = file("SELECT 'a' AS a FROM range(0, 3, 1, 1)", Map.of());
    StructType columns = schema("b STRING, a STRING, c STRUCT<d: STRING>");
    ReadRequest request = new ReadRequest(columns, columns, List.of(), false);
    assertThat(texts(batches(PARQUET, request, slice(file), context())))
        .containsExactly("[null, a, null]", "[null, a, null]", "[null, a, null]");
  }

  @Test
  void vectorsOffTheHeap() throws IOException {
    openCatalog("offheap", folder);
    Path table = Files.createDirectory(folder.resolve("t"));
    String sql = "SELECT id, concat('v', id % 5) AS s, array(concat('w', id % 3)) AS l";
    sparkWrite(
        spark().sql(sql + " FROM range(0, 9000, 1, 1)"),
        "parquet",
        Map.of("parquet.block.size", "4096"),
        table.resolve("f.parquet"));
    spark().conf().set("spark.sql.columnVector.offheap.enabled", "true");
    try {
      Set<String> found = new TreeSet<>();
      rows("SELECT s, l[0], count(*) FROM offheap.t GROUP BY ALL")
          .forEach(row -> found.add(row.toString()));
      Set<String> expected = new TreeSet<>();
      for (int i = 0; i < 15; i++) {
        expected.add("[v" + i % 5 + ",w" + i % 3 + ",600]");
      }
      assertThat(found).isEqualTo(expected);
    } finally {
      spark().conf().unset("spark.sql.columnVector.offheap.enabled");
    }
  }
}
