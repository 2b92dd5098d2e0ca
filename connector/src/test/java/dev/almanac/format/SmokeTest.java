package dev.almanac.format;

import java.nio.file.*;
import java.util.*;
import org.apache.spark.sql.*;
import org.junit.jupiter.api.Test;

class SmokeTest extends FormatTest {
  @Test
  void smoke() throws Exception {
    Path p = folder.resolve("a.jsonl");
    Files.writeString(
        p, "{\"a\":1,\"B\":{\"c\":[1,2]}}\n\n{\"A\":2,\"b\":{\"C\":[3]}}\nbroken\n{\"a\":\"x\"}");
    var s = Formats.named("json").inferSchema(slice(p), context()).columns();
    System.out.println(s.toDDL());
    System.out.println(read("json", p, s));
    System.out.println(read("json", p, s, "json.mode", "DROPMALFORMED"));
    Path q = folder.resolve("a.parquet");
    sparkWrite(
        spark()
            .sql("select id, cast(id as int) i, named_struct('x', id, 'y', 'z') s from range(5)"),
        "parquet",
        Map.of(),
        q);
    var t = Formats.named("parquet").inferSchema(slice(q), context());
    System.out.println(t);
    System.out.println(read("parquet", q, t.columns()));
    System.out.println(
        batches(
            Formats.named("parquet"),
            new ReadRequest(
                t.columns(), schema("s struct<y string>, i bigint, k int"), List.of(), true),
            slice(q),
            context()));
  }
}
