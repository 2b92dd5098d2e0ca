package dev.almanac.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaMergeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # first                     | second                     | merged
          a INT                       | a INT                      | a INT
          a INT                       | b STRING                   | a INT, b STRING
          b INT, a INT                | a INT, c INT, b INT        | b INT, a INT, c INT
          a TINYINT                   | a SMALLINT                 | a SMALLINT
          a INT                       | a BIGINT                   | a BIGINT
          a BIGINT                    | a INT                      | a BIGINT
          a FLOAT                     | a DOUBLE                   | a DOUBLE
          a INT                       | a FLOAT                    | a DOUBLE
          a INT                       | a DOUBLE                   | a DOUBLE
          a DECIMAL(10,2)             | a DECIMAL(12,1)            | a DECIMAL(13,2)
          a INT                       | a DECIMAL(5,2)             | a DECIMAL(12,2)
          a VOID                      | a ARRAY<INT>               | a ARRAY<INT>
          a DATE                      | a VOID                     | a DATE
          a STRUCT<x: INT>            | a STRUCT<y: INT, x: BIGINT>| a STRUCT<x: BIGINT, y: INT>
          a ARRAY<STRUCT<x: INT>>     | a ARRAY<STRUCT<x: BIGINT>> | a ARRAY<STRUCT<x: BIGINT>>
          a MAP<STRING, FLOAT>        | a MAP<STRING, DOUBLE>      | a MAP<STRING, DOUBLE>
          a INT                       | A BIGINT                   | a BIGINT
          a STRUCT<x: INT>            | A STRUCT<X: BIGINT>        | a STRUCT<x: BIGINT>
          """)
  void mergesAndWidens(String first, String second, String merged) {
    StructType columns =
        new SchemaMerge(false)
            .add(StructType.fromDDL(first), "first")
            .add(StructType.fromDDL(second), "second")
            .columns();
    assertThat(columns).isEqualTo(StructType.fromDDL(merged));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # first                  | second                    | column    | was           | is
          a INT                    | a STRING                  | a         | INT           | STRING
          a BIGINT                 | a DOUBLE                  | a         | BIGINT        | DOUBLE
          a DATE                   | a TIMESTAMP               | a         | DATE          | TIMESTAMP
          a TIMESTAMP              | a TIMESTAMP_NTZ           | a         | TIMESTAMP     | TIMESTAMP_NTZ
          a DECIMAL(38,0)          | a DECIMAL(38,10)          | a         | DECIMAL(38,0) | DECIMAL(38,10)
          a BINARY                 | a STRING                  | a         | BINARY        | STRING
          s STRUCT<x: INT>         | s STRUCT<x: STRING>       | s.x       | INT           | STRING
          l ARRAY<INT>             | l ARRAY<STRING>           | l.element | INT           | STRING
          m MAP<STRING, BOOLEAN>   | m MAP<STRING, INT>        | m.value   | BOOLEAN       | INT
          a ARRAY<INT>             | a INT                     | a         | ARRAY<INT>    | INT
          """)
  void namesColumnTypesAndFilesOfAClash(
      String first, String second, String column, String was, String is) {
    SchemaMerge merge =
        new SchemaMerge(false)
            .add(StructType.fromDDL("other STRING"), "zero")
            .add(StructType.fromDDL(first), "one")
            .add(StructType.fromDDL("other STRING"), "two");
    assertThatThrownBy(() -> merge.add(StructType.fromDDL(second), "three"))
        .isInstanceOfSatisfying(
            AlmanacException.class,
            e -> assertThat(e.condition()).isEqualTo(Condition.INCOMPATIBLE_SCHEMA))
        .hasMessageContaining("column %s is %s in one, but %s in three".formatted(column, was, is));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # declared      | inferred        | inferred too     | merged
          -               | a BIGINT        | a DOUBLE         | a DOUBLE
          -               | a DECIMAL(20,0) | a DOUBLE         | a DOUBLE
          -               | a BIGINT        | a DECIMAL(20,0)  | a DECIMAL(20,0)
          -               | a TIMESTAMP_NTZ | a TIMESTAMP      | a TIMESTAMP
          -               | a BIGINT        | a STRING         | clash
          -               | a DATE          | a TIMESTAMP      | clash
          a DOUBLE        | a BIGINT        | a INT            | a DOUBLE
          a FLOAT         | a BIGINT        | a INT            | a DOUBLE
          a INT           | a BIGINT        | a DOUBLE         | a DOUBLE
          a INT           | a BIGINT        | a BIGINT         | a BIGINT
          a BIGINT        | a BIGINT        | a DOUBLE         | clash
          a BIGINT        | a DOUBLE        | a VOID           | clash
          a DECIMAL(5,2)  | a DOUBLE        | a VOID           | clash
          a TIMESTAMP     | a TIMESTAMP_NTZ | a VOID           | a TIMESTAMP
          a TIMESTAMP_NTZ | a TIMESTAMP     | a VOID           | clash
          a STRING        | a BIGINT        | a VOID           | clash
          s STRUCT<x: ARRAY<INT>>  | s STRUCT<x: ARRAY<DOUBLE>>  | s STRUCT<x: VOID> | s STRUCT<x: ARRAY<DOUBLE>>
          m MAP<STRING, DOUBLE>    | m MAP<STRING, BIGINT>       | m VOID            | m MAP<STRING, DOUBLE>
          """)
  void inferredTypesGiveWay(String declared, String inferred, String too, String merged) {
    List<Consumer<SchemaMerge>> files =
        List.of(
            merge -> {
              if (!declared.equals("-")) {
                merge.add(StructType.fromDDL(declared), "declared");
              }
            },
            merge -> merge.add(StructType.fromDDL(inferred), true, "one"),
            merge -> merge.add(StructType.fromDDL(too), true, "two"));
    for (int[] order :
        new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
      SchemaMerge merge = new SchemaMerge(false);
      ThrowingCallable add =
          () -> {
            for (int file : order) {
              files.get(file).accept(merge);
            }
          };
      if (merged.equals("clash")) {
        assertThatThrownBy(add).hasMessageContaining("column a is");
      } else {
        assertThatCode(add).doesNotThrowAnyException();
        assertThat(merge.columns()).isEqualTo(StructType.fromDDL(merged));
      }
    }
  }

  @Test
  void blamesTheFileThatWidenedTheColumn() {
    SchemaMerge merge =
        new SchemaMerge(false)
            .add(StructType.fromDDL("a INT"), "narrow")
            .add(StructType.fromDDL("a BIGINT"), "wide");
    assertThatThrownBy(() -> merge.add(StructType.fromDDL("a STRING"), "text"))
        .hasMessageContaining("column a is BIGINT in wide, but STRING in text");
  }

  @Test
  void makesEverythingNullable() {
    StructType columns =
        new SchemaMerge(false)
            .add(StructType.fromDDL("a INT NOT NULL, s STRUCT<x: INT NOT NULL> NOT NULL"), "f")
            .columns();
    assertThat(columns).isEqualTo(StructType.fromDDL("a INT, s STRUCT<x: INT>"));
  }

  @Test
  void tellsCasesApartIfTheSessionDoes() {
    StructType columns =
        new SchemaMerge(true)
            .add(StructType.fromDDL("a INT"), "one")
            .add(StructType.fromDDL("A STRING"), "two")
            .columns();
    assertThat(columns).isEqualTo(StructType.fromDDL("a INT, A STRING"));
  }

  @Test
  void hasNoColumnsWithoutFiles() {
    assertThat(new SchemaMerge(false).columns()).isEqualTo(new StructType());
  }
}
