package dev.almanac.format.json;

import dev.almanac.format.FormatTest;
import dev.almanac.spark.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.provider.Arguments;

/** A test of reading JSON lines: rows are compared bit by bit. */
abstract class JsonTest extends FormatTest {

  static final String EVERY_TYPE =
      "a BIGINT, b INT, c DOUBLE, d FLOAT, e STRING, f BOOLEAN, g DECIMAL(10,2), h DECIMAL(30,5),"
          + " i DATE, j TIMESTAMP, k TIMESTAMP_NTZ, l ARRAY<INT>, m MAP<STRING, DOUBLE>,"
          + " n STRUCT<x: INT, y: STRING, z: ARRAY<STRUCT<p: BIGINT, q: STRING>>>, o TINYINT,"
          + " p SMALLINT, q ARRAY<ARRAY<STRING>>, r MAP<STRING, STRUCT<s: STRING>>,"
          + " t DECIMAL(38,18), u DECIMAL(3,3), w BINARY";

  /** The columns that {@link RandomJson} makes documents of, and those to read. */
  static List<Arguments> columns() {
    return List.of(
        Arguments.of("all", EVERY_TYPE, EVERY_TYPE),
        Arguments.of("some", EVERY_TYPE, "c DOUBLE, n STRUCT<y: STRING>, missing INT"),
        Arguments.of(
            "in another order",
            EVERY_TYPE,
            "n STRUCT<z: ARRAY<STRUCT<q: STRING>>, x: INT>, e STRING, b INT, a BIGINT"),
        Arguments.of("none", EVERY_TYPE, ""),
        Arguments.of(
            "with corrupt records",
            EVERY_TYPE,
            "a BIGINT, _corrupt_record STRING, n STRUCT<x: INT>"),
        Arguments.of(
            "all as strings",
            EVERY_TYPE,
            "a STRING, c STRING, e STRING, l STRING, m STRING, n STRING, q ARRAY<STRING>"),
        Arguments.of(
            "of other types",
            EVERY_TYPE,
            "a INT, b DOUBLE, c DECIMAL(20,10), d BIGINT, e DATE, f STRING, g FLOAT, i TIMESTAMP, j"
                + " DATE, l ARRAY<TINYINT>, m STRUCT<k1: DOUBLE, k2: DOUBLE>, n MAP<STRING,"
                + " STRING>"));
  }

  static JsonText json(String... options) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return JsonText.of(spark(), map);
  }

  /** Makes rows that are equal if all their bits are. */
  static final class Bits {

    private final UnsafeProjection projection;

    Bits(StructType columns) {
      this.projection = UnsafeProjection.create(columns);
    }

    UnsafeRow of(InternalRow row) {
      return projection.apply(row).copy();
    }

    List<UnsafeRow> of(PartitionReader<InternalRow> rows) throws java.io.IOException {
      List<UnsafeRow> all = new ArrayList<>();
      try (rows) {
        while (rows.next()) {
          all.add(of(rows.get()));
        }
      }
      return all;
    }
  }
}
