package dev.almanac.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.SharedSpark;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DailyDataTest {

  private static final LocalDate FROM = LocalDate.of(1995, 3, 1);
  private static final LocalDate TO = LocalDate.of(1995, 3, 4);

  private final SparkSession spark = SharedSpark.newSession();

  @TempDir private Path folder;

  /** TPC-H's own figures for scale factor 0.01. */
  @Test
  void theRowsAreTpchs() {
    assertThat(totals(DatedTable.ORDERS, "o_totalprice", 1))
        .isEqualTo(new Totals(15_000, new BigDecimal("2127396830.02")));
    assertThat(totals(DatedTable.LINEITEM, "l_quantity", 1))
        .isEqualTo(new Totals(60_175, new BigDecimal("1536127.00")));
  }

  @Test
  void theRowsDoNotDependOnTheNumberOfParts() {
    assertThat(totals(DatedTable.LINEITEM, "l_extendedprice", 7))
        .isEqualTo(totals(DatedTable.LINEITEM, "l_extendedprice", 1));
  }

  @Test
  void everyRowIsWrittenOnceUnderItsDay() {
    DailyData data =
        new DailyData(
            0.001, DailyData.FIRST_DAY, DailyData.LAST_DAY, RowFile.JSONL, Layout.DATED, false);
    DailyData.Written written = data.write(spark, DatedTable.ORDERS, folder);
    Row found =
        spark
            .read()
            .schema(DatedTable.ORDERS.schema())
            .option("recursiveFileLookup", "true")
            .json(folder.toString())
            .withColumn(
                "day",
                functions.regexp_extract(
                    functions.input_file_name(), "/(\\d+/\\d+/\\d+)/orders\\.jsonl$", 1))
            .selectExpr(
                "count(*)",
                "count(DISTINCT o_orderkey)",
                "count_if(replace(o_orderdate, '-', '/') = day)")
            .first();
    assertThat(written.rows()).isEqualTo(1500);
    assertThat(found).isEqualTo(RowFactory.create(1500L, 1500L, 1500L));
  }

  @ParameterizedTest
  @EnumSource(RowFile.class)
  void theFormatsHoldTheSameRows(RowFile format) throws IOException {
    data(format, Layout.HIVE, false).write(spark, DatedTable.LINEITEM, folder);
    Path day = folder.resolve("date=1995-03-02");
    assertThat(files(day).keySet()).containsExactly("lineitem." + format);
    if (format == RowFile.JSONL_ZST) { // Spark has no such reader; the size shows that it is packed
      assertThat(Files.size(day.resolve("lineitem.jsonl.zst"))).isBetween(300L, 3000L);
      return;
    }
    Dataset<Row> rows =
        format == RowFile.PARQUET
            ? spark.read().parquet(day.toString())
            : spark.read().schema(DatedTable.LINEITEM.schema()).json(day.toString());
    Totals expected =
        DailyDataTest.totals(DatedTable.LINEITEM, "l_extendedprice", LocalDate.of(1995, 3, 2));
    assertThat(
            new Totals(
                rows.count(), rows.agg(functions.sum("l_extendedprice")).first().getDecimal(0)))
        .isEqualTo(expected);
  }

  @Test
  void equalArgumentsMakeEqualBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    data(RowFile.PARQUET, Layout.MABEL, false).write(spark, DatedTable.ORDERS, first);
    data(RowFile.PARQUET, Layout.MABEL, false).write(spark, DatedTable.ORDERS, second);
    assertThat(files(first)).hasSize(8).isEqualTo(files(second));
  }

  @Test
  void framesAreComplete() throws IOException {
    data(RowFile.JSONL, Layout.MABEL, false).write(spark, DatedTable.ORDERS, folder);
    assertThat(files(folder).keySet())
        .containsExactly(
            "year_1995/month_03/day_01/as_at_19950302-021500/frame.complete",
            "year_1995/month_03/day_01/as_at_19950302-021500/orders.jsonl",
            "year_1995/month_03/day_02/as_at_19950303-021500/frame.complete",
            "year_1995/month_03/day_02/as_at_19950303-021500/orders.jsonl",
            "year_1995/month_03/day_03/as_at_19950304-021500/frame.complete",
            "year_1995/month_03/day_03/as_at_19950304-021500/orders.jsonl",
            "year_1995/month_03/day_04/as_at_19950305-021500/frame.complete",
            "year_1995/month_03/day_04/as_at_19950305-021500/orders.jsonl");
  }

  @Test
  void hoursDivideADay() throws IOException {
    DailyData.Written days =
        data(RowFile.JSONL, Layout.DATED, false)
            .write(spark, DatedTable.LINEITEM, folder.resolve("days"));
    DailyData.Written hours =
        data(RowFile.JSONL, Layout.DATED, true)
            .write(spark, DatedTable.LINEITEM, folder.resolve("hours"));
    assertThat(hours.rows()).isEqualTo(days.rows());
    assertThat(days.folders()).isEqualTo(4);
    assertThat(hours.folders()).isBetween(20L, 96L);
    assertThat(files(folder.resolve("hours")).keySet())
        .allMatch(name -> name.matches("1995/03/0[1-4]/([01]\\d|2[0-3])/lineitem\\.jsonl"));
  }

  private static DailyData data(RowFile file, Layout layout, boolean hourly) {
    return new DailyData(0.01, FROM, TO, file, layout, hourly);
  }

  private record Totals(long rows, BigDecimal sum) {}

  private static Totals totals(DatedTable table, String column, int parts) {
    Totals totals = new Totals(0, BigDecimal.ZERO);
    for (int part = 1; part <= parts; part++) {
      totals = add(totals, table.rows(0.01, part, parts), table, column, null);
    }
    return totals;
  }

  private static Totals totals(DatedTable table, String column, LocalDate day) {
    return add(new Totals(0, BigDecimal.ZERO), table.rows(0.01, 1, 1), table, column, day);
  }

  private static Totals add(
      Totals before, Iterator<Row> rows, DatedTable table, String column, LocalDate day) {
    int sumOf = table.schema().fieldIndex(column);
    Totals totals = before;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (day == null || day.equals(table.key(row).day())) {
        totals = new Totals(totals.rows + 1, totals.sum.add(row.getDecimal(sumOf)));
      }
    }
    return totals;
  }

  /** The files below a folder, by their path in it, with their content. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(path);
        files.put(root.relativize(path).toString(), java.util.HexFormat.of().formatHex(content));
      }
    }
    return files;
  }
}
