package dev.almanac.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFitTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # file                          | table                            | column that does not fit
          a INT, extra STRING             | missing INT, a BIGINT            | -
          A INT                           | a STRING                         | a
          a BIGINT                        | a INT                            | a
          s STRUCT<x: INT, y: STRING>     | s STRUCT<y: STRING>              | -
          s STRUCT<x: STRING>             | s STRUCT<x: INT>                 | s.x
          l ARRAY<STRUCT<x: STRING>>      | l ARRAY<STRUCT<x: INT>>          | l.element.x
          m MAP<STRING, STRING>           | m MAP<STRING, INT>               | m.value
          m MAP<INT, STRING>              | m MAP<STRING, STRING>            | m.key
          a INT                           | a STRUCT<x: INT>                 | a
          a STRUCT<x: INT>                | a STRING                         | a
          """)
  void findsTheFirstColumnThatDoesNotFit(String file, String table, String column) {
    assertThat(
            FileFit.mismatch(StructType.fromDDL(file), StructType.fromDDL(table), false)
                .map(FileFit.Mismatch::column)
                .orElse(null))
        .isEqualTo(column);
  }
}
