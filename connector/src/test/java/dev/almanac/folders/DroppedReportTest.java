package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.LakeTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns that some files have and the table lacks: said once, by those who open the files. */
class DroppedReportTest extends LakeTest {

  private final Appender appender = new Appender();
  private final Logger logger = (Logger) LogManager.getLogger("dev.almanac.folders");

  /** Keeps what is logged. */
  private static final class Appender extends AbstractAppender {

    private final List<String> messages = new CopyOnWriteArrayList<>();

    Appender() {
      super("kept", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      if (event.getLevel().equals(Level.WARN)) {
        messages.add(event.getMessage().getFormattedMessage());
      }
    }
  }

  @BeforeEach
  void listen() {
    set("partition-scheme", "mabel");
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void stop() {
    logger.removeAppender(appender);
  }

  private List<String> said() {
    return appender.messages.stream()
        .filter(message -> message.startsWith(catalog + ".t: "))
        .toList();
  }

  private String all() {
    return catalog + ".t VERSION AS OF '2024-01-01..2024-01-31'";
  }

  private void write(String format, int day, String columns) {
    lake.write(spark(), format, "t/" + day(day) + "/a." + format, "SELECT " + columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro"})
  void everyFileThatIsOpenedCounts(String format) {
    write(format, 1, "1L AS id, 'a' AS first");
    write(format, 2, "2L AS id, 'b' AS between, struct(1 AS a, 2 AS gone) AS s");
    write(format, 3, "3L AS id, struct(1 AS a) AS s");

    assertThat(column("SELECT count(id), count(s.a) FROM " + all())).containsExactly("3");

    assertThat(said()).hasSize(2);
    assertThat(said())
        .anySatisfy(
            message ->
                assertThat(message)
                    .contains("first", day(1) + "/a." + format, "merge-schema = true"))
        .anySatisfy(message -> assertThat(message).contains("between", day(2) + "/a." + format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl:{\"id\":1,\"old\":{\"x\":1}}", "a.csv:id,old\n1,x"})
  void textCountsByItsFirstLine(String file) {
    String[] parts = file.split(":", 2);
    lake.file("t/" + day(1) + "/" + parts[0], parts[1] + "\n")
        .file("t/" + day(2) + "/a.jsonl", "{\"id\":2}\n");

    assertThat(column("SELECT id FROM " + all() + " ORDER BY id")).containsExactly("1", "2");

    assertThat(said()).singleElement().asString().contains("old", day(1) + "/" + parts[0]);
  }

  @Test
  void aColumnIsSaidOnce() {
    write("parquet", 1, "1L AS id, 'a' AS old");
    write("parquet", 2, "1L AS id, 'a' AS old, 'b' AS other");
    write("parquet", 3, "2L AS id");

    rows("SELECT id FROM " + catalog + ".t VERSION AS OF '2024-01-01..2024-01-03' WHERE id > 0");
    int first = said().size();
    rows("SELECT id FROM " + all());
    rows("SELECT id FROM " + catalog + ".t VERSION AS OF '2024-01-02..2024-01-03'");

    assertThat(first).isBetween(1, 2);
    assertThat(said()).hasSize(first);
  }

  @Test
  void whatIsMergedOrGivenOrNotReadIsNotSaid() {
    write("parquet", 1, "1L AS id, 'a' AS old");
    write("parquet", 2, "2L AS id");

    rows("SELECT id FROM " + catalog + ".t VERSION AS OF '2024-01-02'");
    rows("SELECT id FROM " + all() + " WHERE _date = DATE'2024-01-02'");
    spark()
        .read()
        .schema("id BIGINT")
        .format("almanac")
        .option("dates", "2024-01-01..2024-01-02")
        .load(folder.resolve("t").toString())
        .collectAsList();
    set("merge-schema", "true");
    rows("SELECT id FROM " + all());

    assertThat(appender.messages).noneMatch(message -> message.contains("old"));
  }

  @Test
  void columnsThatTheFoldersGiveAreNotLost() {
    set("partition-scheme", "hive");
    lake.parquet(spark(), "t/dt=2024-01-01/a.parquet", "SELECT 1 AS id, 'x' AS dt")
        .parquet(spark(), "t/dt=2024-01-02/a.parquet", "SELECT 1 AS id, 'x' AS dt");

    assertThat(count("SELECT id, dt FROM " + all())).isEqualTo(2);

    assertThat(said()).isEmpty();
  }
}
