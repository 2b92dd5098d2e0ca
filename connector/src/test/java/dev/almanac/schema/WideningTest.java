package dev.almanac.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideningTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TINYINT       | BIGINT         | true
          BIGINT        | INT            | false
          INT           | DOUBLE         | true
          INT           | FLOAT          | false
          BIGINT        | DOUBLE         | false
          FLOAT         | DOUBLE         | true
          DOUBLE        | FLOAT          | false
          INT           | DECIMAL(10,0)  | true
          INT           | DECIMAL(10,1)  | false
          BIGINT        | DECIMAL(19,0)  | true
          BIGINT        | DECIMAL(18,0)  | false
          DECIMAL(5,2)  | DECIMAL(7,4)   | true
          DECIMAL(5,2)  | DECIMAL(7,5)   | false
          DECIMAL(5,2)  | DECIMAL(5,1)   | false
          DECIMAL(5,2)  | DOUBLE         | false
          VOID          | STRING         | true
          STRING        | VOID           | false
          DATE          | TIMESTAMP      | false
          INT           | STRING         | false
          STRING        | STRING         | true
          """)
  void isSafeWhereEveryValueIsKept(String from, String to, boolean safe) {
    assertThat(Widening.isSafe(DataType.fromDDL(from), DataType.fromDDL(to))).isEqualTo(safe);
  }
}
