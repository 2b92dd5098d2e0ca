package dev.almanac.format;

import java.util.Map;

/** SQL that makes rows to write to files. */
final class Samples {

  private Samples() {}

  /** Simple types, with nulls, and with the values at the edges of each type. */
  private static final String SIMPLE =
      """
      SELECT
        CAST(id AS BIGINT) AS id,
        CASE id WHEN 0 THEN true WHEN 1 THEN false END AS truth,
        CASE id WHEN 0 THEN TINYINT(-128) WHEN 1 THEN TINYINT(127) END AS i8,
        CASE id WHEN 0 THEN SMALLINT(-32768) WHEN 1 THEN SMALLINT(32767) END AS i16,
        CASE id WHEN 0 THEN -2147483648 WHEN 1 THEN 2147483647 END AS i32,
        CASE id WHEN 0 THEN -9223372036854775807 WHEN 1 THEN 9223372036854775807 END AS i64,
        CASE id WHEN 0 THEN FLOAT(1.5) WHEN 1 THEN FLOAT('NaN') END AS f32,
        CASE id WHEN 0 THEN 1.7976931348623157E308D WHEN 1 THEN DOUBLE('-Infinity') END AS f64,
        CASE id WHEN 0 THEN CAST(-1234567.89 AS DECIMAL(9,2)) WHEN 1 THEN 0 END AS d9,
        CASE id WHEN 0 THEN CAST(12345678901234.5678 AS DECIMAL(18,4)) END AS d18,
        CASE id WHEN 1
          THEN CAST('-1234567890123456789012345678.0123456789' AS DECIMAL(38,10)) END AS d38,
        CASE id WHEN 0 THEN 'größe 🙂' WHEN 1 THEN 'a, "b" \\n c' END AS text,
        CASE id WHEN 0 THEN DATE'2024-02-29' WHEN 1 THEN DATE'0001-01-01' END AS day,
        CASE id WHEN 0 THEN TIMESTAMP'2024-02-29 12:34:56.789012'
          WHEN 1 THEN TIMESTAMP'1969-07-20 20:17:40.500001' END AS moment,
        CASE id WHEN 0 THEN TIMESTAMP_NTZ'2024-02-29 12:34:56.789012' END AS clock%s
      FROM range(3)
      """;

  private static final String NESTED =
      """
      ,
        CASE id WHEN 0 THEN X'00FF' WHEN 1 THEN X'' END AS bytes,
        CASE id WHEN 0 THEN array(1, null, 3) WHEN 1 THEN array() END AS list,
        CASE id WHEN 0 THEN map('a', 1, 'b', null) WHEN 1 THEN map() END AS dictionary,
        CASE id WHEN 0 THEN named_struct('x', 1, 'y', 'z')
          WHEN 1 THEN named_struct('x', null, 'y', null) END AS struct,
        CASE id WHEN 0 THEN array(named_struct('deep', map('k', array(1.5D))), null) END AS deep""";

  static final String EVERY_SIMPLE_TYPE = SIMPLE.formatted("");

  static final String EVERY_TYPE = SIMPLE.formatted(NESTED);

  /** What lets Spark write timestamps to text as they are; it would cut them to milliseconds. */
  static final Map<String, String> TEXT_OPTIONS =
      Map.of(
          "header",
          "true",
          "timestampFormat",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX",
          "timestampNTZFormat",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
}
