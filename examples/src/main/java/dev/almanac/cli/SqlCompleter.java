package dev.almanac.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes SQL's words, those of the clause among them, and the names of tables. */
final class SqlCompleter implements Completer {

  private static final List<String> WORDS =
      List.of(
          "AND",
          "AS",
          "BETWEEN",
          "BY",
          "CASE",
          "COUNT",
          "CREATE",
          "CROSS",
          "DATES",
          "DAYS",
          "DESCRIBE",
          "DISTINCT",
          "ELSE",
          "END",
          "EXPLAIN",
          "FOR",
          "FROM",
          "FULL",
          "GROUP",
          "HAVING",
          "IN",
          "INNER",
          "IS",
          "JOIN",
          "LAST",
          "LAST_MONTH",
          "LAST_WEEK",
          "LATEST",
          "LEFT",
          "LIKE",
          "LIMIT",
          "NOT",
          "NULL",
          "ON",
          "OR",
          "ORDER",
          "REFRESH",
          "SELECT",
          "SHOW",
          "SINCE",
          "TABLE",
          "TABLES",
          "TEMPORARY",
          "THEN",
          "THIS_MONTH",
          "THIS_WEEK",
          "TODAY",
          "UNION",
          "USE",
          "VALUES",
          "VIEW",
          "WHEN",
          "WHERE",
          "WITH",
          "YESTERDAY");

  private final SparkSession spark;

  SqlCompleter(SparkSession spark) {
    this.spark = spark;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String typed = line.word();
    Stream.concat(words(typed), tables(typed)).map(Candidate::new).forEach(candidates::add);
  }

  private static Stream<String> words(String typed) {
    boolean small = !typed.isEmpty() && Character.isLowerCase(typed.charAt(0));
    String upper = typed.toUpperCase(Locale.ROOT);
    return WORDS.stream()
        .filter(word -> word.startsWith(upper))
        .map(word -> small ? word.toLowerCase(Locale.ROOT) : word);
  }

  /** The tables of the namespace that has been typed, up to its last dot. */
  private Stream<String> tables(String typed) {
    String namespace = typed.substring(0, typed.lastIndexOf('.') + 1);
    try {
      String in =
          namespace.isEmpty() ? "" : " IN " + namespace.substring(0, namespace.length() - 1);
      return spark.sql("SHOW TABLES" + in).collectAsList().stream()
          .map((Row row) -> namespace + quoted(row.getAs("tableName")))
          .filter(name -> name.startsWith(typed));
    } catch (Exception e) { // no such namespace: nothing to offer
      return Stream.empty();
    }
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "`" + name.replace("`", "``") + "`";
  }
}
