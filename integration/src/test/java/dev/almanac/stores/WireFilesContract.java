package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.wire.Fault;
import dev.almanac.wire.FaultyProxy;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any store that is reached over a network must do besides: requests, and what fails. */
abstract class WireFilesContract extends FilesContract {

  @TempDir Path temporary;

  @Override
  protected abstract WireStore store();

  /** Faults that a test did not use up must not reach the next, which may be of another class. */
  @BeforeEach
  @AfterEach
  void reset() {
    store().proxy().reset();
  }

  private List<FaultyProxy.Request> log() {
    return store().proxy().log();
  }

  private long lists() {
    return log().stream().filter(store()::isList).count();
  }

  private long reads() {
    return log().stream().filter(store()::isRead).count();
  }

  /** A table in a store whose client gives up soon. */
  private String hasty(String name) {
    register("hasty", store().location(folder), store().hastyOptions());
    return catalog + ".hasty." + name;
  }

  private void history(String suffix) {
    byte[] content = rowsOf(suffix, 100);
    for (int year = 2015; year <= 2024; year++) {
      for (int month = 1; month <= 12; month++) {
        put("t/year_%d/month_%02d/day_01/as_at_1/a.%s".formatted(year, month, suffix), content);
        put("t/year_%d/month_%02d/day_01/as_at_1/frame.complete".formatted(year, month), "");
      }
    }
    store().proxy().reset();
  }

  @Test
  void aStoreMayBeAWholeBucket() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    String location = store().location("");

    for (String bucket : List.of(location, location.substring(0, location.length() - 1))) {
      register("whole", bucket, store().options());
      String table = catalog + ".whole.`" + folder + "`.t";
      assertThat(number("SELECT count(*) FROM " + table + " FOR '2024-01-01'")).isEqualTo(1);
    }
  }

  /** How many requests of any kind planning one day takes: a LIST, and what the footer takes. */
  protected abstract int requestsToPlan(String suffix);

  /** How many LISTs a day's or a month's folder takes, that has so many folders below it. */
  protected int listsOf(int foldersBelow) {
    return 1;
  }

  /** Whether the client asks for a file's state before it opens it. */
  protected boolean asksBeforeOpening() {
    return false;
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "avro", "jsonl", "csv"})
  void oneDayOfALongHistoryIsOneListAndOneFooter(String suffix) {
    history(suffix);

    Dataset<Row> query = planned("SELECT * FROM " + table("t") + " FOR '2020-07-01'");

    assertThat(lists()).as("%s", log()).isEqualTo(listsOf(1));
    assertThat(log()).hasSize(requestsToPlan(suffix));
    assertThat(query.collectAsList()).hasSize(100);
    assertThat(lists()).as("%s", log()).isEqualTo(listsOf(1));
    if (!asksBeforeOpening()) {
      assertThat(log()).noneMatch(request -> request.method().equals("HEAD"));
    }
  }

  /** A page has a thousand keys at most. */
  @Override
  @Test
  void aDayOfManyFiles() {
    super.aDayOfManyFiles();
    store().proxy().reset();

    planned("SELECT * FROM " + table("t") + " FOR '2024-01-01'");

    assertThat(lists()).isEqualTo(manyFiles() / 1000 + listsOf(1));
  }

  @Test
  void aRangeIsAListForEachDayOrMonth() {
    set("s", "partition-scheme", "mabel");
    history("jsonl");

    assertThat(
            number(
                "SELECT count(*) FROM "
                    + table("t")
                    + " FOR DATES BETWEEN '2020-01-01' AND '2020-12-31'"))
        .isEqualTo(1200);
    assertThat(lists()).as("%s", log()).isEqualTo(12L * listsOf(2));
  }

  @Test
  void noSuchBucket() {
    register("hasty", store().missingBucket(), store().hastyOptions());

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE,
            () -> rows("SELECT * FROM " + catalog + ".hasty.t FOR '2024-01-01'"))
        .contains("store hasty", "no-such-bucket", "there is no such bucket", "location");
  }

  @Test
  void accessDenied() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    String table = hasty("t");
    store().proxy().fault(100, store()::isList, store().denied());

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE, () -> rows("SELECT * FROM " + table + " FOR '2024-01-01'"))
        .contains("store hasty", folder, "access is denied", "the right to list and read");
  }

  @Test
  void accessDeniedToAFile() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    String table = hasty("t");
    store().proxy().fault(100, store()::isRead, store().denied());

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE, () -> rows("SELECT * FROM " + table + " FOR '2024-01-01'"))
        .contains(DAY1 + "a.jsonl", "access is denied", "the right to list and read");
  }

  @Test
  void badCredentials() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    register("hasty", store().location(folder), store().wrongCredentials(temporary));

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE,
            () -> rows("SELECT * FROM " + catalog + ".hasty.t FOR '2024-01-01'"))
        .contains("store hasty", "does not accept the credentials", "Check the store's keys");
  }

  @Test
  void noServer() {
    register("hasty", store().location(folder), store().noServer());

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE,
            () -> rows("SELECT * FROM " + catalog + ".hasty.t FOR '2024-01-01'"))
        .contains("store hasty", "the server cannot be reached", "endpoint");
  }

  @Test
  void aServerThatDoesNotAnswer() {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");
    String table = hasty("t");
    store().proxy().fault(100, store()::isList, new Fault.Delay(2_000));

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE, () -> rows("SELECT * FROM " + table + " FOR '2024-01-01'"))
        .contains("store hasty", "did not answer in time", "more time");
  }

  @Test
  void anOverloadedServerIsAskedAgain() {
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 100));
    String table = hasty("t");
    store().proxy().fault(1, store()::isList, store().overloaded());
    store().proxy().fault(1, store()::isRead, store().overloaded());

    assertThat(number("SELECT count(id) FROM " + table + " FOR '2024-01-01'")).isEqualTo(100);
    assertThat(lists()).isEqualTo(2);
  }

  @Test
  void aServerThatStaysOverloaded() {
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 100));
    String table = hasty("t");
    store().proxy().fault(100, store()::isList, store().overloaded());

    Errors.thrownBy(
            Condition.CANNOT_READ_FILE, () -> rows("SELECT * FROM " + table + " FOR '2024-01-01'"))
        .contains("store hasty", "is overloaded", "later");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "jsonl", "jsonl.gz", "csv"})
  void aConnectionCutInMidFileIsMadeAgain(String suffix) {
    put("t/" + DAY1 + "a." + suffix, rowsOf(suffix, 20_000));
    String table = hasty("t");
    Dataset<Row> query = planned("SELECT * FROM " + table + " FOR '2024-01-01'");
    store().proxy().fault(1, store()::isRead, new Fault.Cut(3_000));

    assertThat(query.collectAsList()).hasSize(20_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "jsonl", "csv"})
  void aConnectionThatIsCutAgainAndAgainIsNoEndOfFile(String suffix) {
    put("t/" + DAY1 + "a." + suffix, rowsOf(suffix, 20_000));
    String table = hasty("t");
    Dataset<Row> query = planned("SELECT * FROM " + table + " FOR '2024-01-01'");
    store().proxy().fault(1000, store()::isRead, new Fault.Cut(0));

    withConf( // nor a damage to ignore
        "spark.sql.files.ignoreCorruptFiles",
        () ->
            Errors.thrownBy(Condition.CANNOT_READ_FILE, query::collectAsList)
                .contains("/a." + suffix)
                .containsAnyOf("broke off", "did not answer", "overloaded"));
  }

  @Test
  void aResetConnectionIsMadeAgain() {
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 100));
    String table = hasty("t");
    store().proxy().fault(1, store()::isList, new Fault.Reset());
    store().proxy().fault(1, store()::isRead, new Fault.Reset());

    assertThat(number("SELECT count(id) FROM " + table + " FOR '2024-01-01'")).isEqualTo(100);
  }

  @Test
  void aSlowServerIsWaitedFor() {
    put("t/" + DAY1 + "a.jsonl", rowsOf("jsonl", 100));
    String table = hasty("t");
    store().proxy().fault(2, store()::isRead, new Fault.Drip(500, 50));

    assertThat(number("SELECT count(id) FROM " + table + " FOR '2024-01-01'")).isEqualTo(100);
  }

  /** Of text; nothing is asked for each file besides. */
  @Test
  void eachFileIsReadOnce() {
    for (int i = 0; i < 40; i++) {
      put("t/" + DAY1 + "part-%02d.jsonl".formatted(i), rowsOf("jsonl", 10));
    }
    Dataset<Row> query = planned("SELECT id FROM " + table("t") + " FOR '2024-01-01'");
    store().proxy().reset();

    assertThat(query.collectAsList()).hasSize(400);
    assertThat(reads()).as("%s", log()).isEqualTo(40);
  }
}
