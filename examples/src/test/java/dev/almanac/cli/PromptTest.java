package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.SharedSpark;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jline.reader.Candidate;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone sees who types at the prompt. */
class PromptTest {

  @TempDir private Path directory;
  private final SparkSession spark = SharedSpark.newSession();

  @Test
  void aStatementEndsWithItsSemicolon() throws IOException {
    assertThat(type("SELECT\n1 AS\na\n;\nexit\n")).contains("| a |", "1 row, ");
  }

  @Test
  void aSemicolonInsideAStringEndsNothing() throws IOException {
    assertThat(type("SELECT ';\n' AS a;\n")).contains("| ;\\n |");
  }

  @Test
  void anErrorLeavesThePrompt() throws IOException {
    assertThat(type("SELECT nope;\nSELECT 7 AS b;\n"))
        .contains("[UNRESOLVED_COLUMN", "| 7 |")
        .doesNotContain("\tat ");
  }

  @Test
  void leavesAndHelpsWithoutASemicolon() throws IOException {
    assertThat(type("help\nquit\nSELECT 8 AS c;\n"))
        .contains("Ctrl-C drops the line")
        .doesNotContain("| 8 |");
  }

  @Test
  void remembersWhatWasTyped() throws IOException {
    Path history = directory.resolve("history");
    type("SELECT 1\n+ 1;\nexit\n", Optional.of(history));
    assertThat(Files.readString(history)).contains("SELECT 1", "exit");
  }

  @Test
  void completesWordsAndTables() {
    spark.sql("CREATE TEMPORARY VIEW planets AS SELECT 1");
    assertThat(completions("SEL")).containsExactly("SELECT");
    assertThat(completions("SELECT * FROM pla")).containsExactly("planets");
    assertThat(completions("select * from planets for yes")).containsExactly("yesterday");
    assertThat(completions("SELECT * FROM no.such.")).isEmpty();
  }

  private List<String> completions(String line) {
    List<Candidate> candidates = new ArrayList<>();
    new SqlCompleter(spark)
        .complete(null, new StatementParser().parse(line, line.length()), candidates);
    return candidates.stream().map(Candidate::value).toList();
  }

  private String type(String text) throws IOException {
    return type(text, Optional.empty());
  }

  private String type(String text, Optional<Path> history) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console = new Console(in, out, Messages.to(out, 0), directory, true, 80, Map.of());
    try (StatusLine status = new StatusLine(console.err(), Optional::empty, () -> 0);
        Terminal terminal =
            new DumbTerminal("test", Terminal.TYPE_DUMB, in, out, StandardCharsets.UTF_8)) {
      StatementRunner runner =
          new StatementRunner(spark, new ResultWriter(ResultFormat.TABLE, 1000, 80), false, status);
      assertThat(new Prompt(runner, console, false).run(terminal, history)).isZero();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
