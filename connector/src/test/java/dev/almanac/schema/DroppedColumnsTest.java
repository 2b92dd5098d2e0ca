package dev.almanac.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedColumnsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # file                                  | table                     | dropped
          a INT                                   | a INT, b INT              | -
          a INT, b INT, c INT                     | b INT                     | a, c
          A INT                                   | a INT                     | -
          s STRUCT<x: INT, y: INT>                | s STRUCT<x: INT>          | s.y
          s STRUCT<x: STRUCT<p: INT, q: INT>>     | s STRUCT<x: STRUCT<q: INT>> | s.x.p
          l ARRAY<STRUCT<x: INT, y: INT>>         | l ARRAY<STRUCT<y: INT>>   | l.element.x
          m MAP<STRING, STRUCT<x: INT, y: INT>>   | m MAP<STRING, STRUCT<y: INT>> | m.value.x
          s STRUCT<x: INT>                        | a INT                     | s
          """)
  void findsWhatTheTableLacks(String file, String table, String dropped) {
    assertThat(
            String.join(
                ", ",
                DroppedColumns.of(StructType.fromDDL(file), StructType.fromDDL(table), false)))
        .isEqualTo(dropped == null ? "" : dropped);
  }

  @Test
  void tellsCasesApartIfTheSessionDoes() {
    assertThat(DroppedColumns.of(StructType.fromDDL("A INT"), StructType.fromDDL("a INT"), true))
        .containsExactly("A");
  }
}
