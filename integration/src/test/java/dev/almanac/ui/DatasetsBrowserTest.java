package dev.almanac.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tab in a browser, from the tab down to a day. Pictures of what was seen are in the module's
 * {@code target/ui-pictures}.
 */
@Tag("own-session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetsBrowserTest {

  private static final Path PICTURES = Path.of("target", "ui-pictures");

  /** By how much the page is wider than the window; its tables scroll by themselves. */
  private static final String OVERFLOW =
      "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)";

  private UiApplication application;
  private Chromium browser;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    assumeTrue(
        Chromium.program().isPresent() || Boolean.getBoolean("almanac.test.browser"),
        "Chromium is not on the PATH: the tab is not looked at in a browser");
    Files.createDirectories(PICTURES);
    Path lake = SampleLake.fill(Files.createDirectory(folder.resolve("lake")));
    application =
        UiApplication.start(
            lake,
            Map.of(
                "spark.sql.catalog.lake.store.archive.location",
                lake.resolve("folders").toString(),
                "spark.sql.catalog.lake.store.archive.default-dates",
                "latest"));
    application
        .session()
        .sql(
            "SELECT sum(amount) FROM lake.sales.orders FOR DATES IN THIS_YEAR WHERE _date > '2024-04-30'")
        .collectAsList();
    application
        .session()
        .sql(
            """
            SELECT now.id, then.amount
            FROM lake.sales.orders FOR '2024-05-10' AS now
            JOIN lake.sales.orders FOR '2024-05-03' AS then ON now.id = then.id
            LIMIT 5
            """)
        .collectAsList();
    application
        .session()
        .sql(
            "SELECT '" + "x".repeat(500) + "' AS wide FROM lake." + SampleLake.LONG + " FOR LATEST")
        .collectAsList();
  }

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    browser = Chromium.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterAll
  void stop() {
    if (application != null) {
      application.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"desktop, 1440, 900", "small, 1024, 768", "narrow, 420, 800"})
  void leadsFromTheTabToADay(String size, int width, int height) {
    browser.size(width, height);
    browser.go(application.address("/jobs/"));
    if (width < 768) { // Spark folds its tabs away
      browser.go(application.address("/datasets/"));
    } else {
      browser.click("a.nav-link[href='/datasets/']");
    }
    assertThat(browser.value("document.querySelector('.nav-item.active').innerText.trim()"))
        .isIn("Datasets", "");
    assertThat(browser.value("document.body.innerText"))
        .contains("Catalog lake", "Queries (3)", "FOR DATES IN THIS_YEAR");
    looksRight(size + "-1-overview");

    browser.click("a[href='/datasets/store/?store=lake']");
    assertThat(browser.value("document.body.innerText"))
        .contains("sales.orders", SampleLake.HOSTILE, "Datasets (");
    looksRight(size + "-2-store");

    browser.click("a[href='/datasets/dataset/?dataset=lake.sales.orders']");
    assertThat(browser.value("document.querySelectorAll('.almanac-year').length")).isEqualTo("2");
    assertThat(
            browser.value("document.querySelectorAll('.almanac-months .almanac-missing').length"))
        .isEqualTo("4");
    looksRight(size + "-3-dataset");

    browser.click("a.almanac-superseded[title^='2024-05-08']");
    assertThat(browser.value("document.body.innerText"))
        .contains(
            "2024-05-08 in lake.sales.orders",
            "superseded by as_at_20240512-080000",
            "SELECT * FROM lake.sales.orders FOR '2024-05-08'");
    looksRight(size + "-4-day");

    browser.click("nav.almanac-trail a");
    assertThat(browser.value("location.pathname")).isEqualTo("/datasets/");
  }

  /** What has many, long or odd parts. */
  @ParameterizedTest
  @CsvSource({"desktop, 1440, 900", "small, 1024, 768", "half, 800, 900", "narrow, 420, 800"})
  void whatIsLongStaysInsideOfTheWindow(String size, int width, int height) {
    browser.size(width, height);
    String odd = SampleLake.LONG;
    Map.of(
            "5-no-such-store", "store/?store=lake.none",
            "6-decades", "dataset/?dataset=lake.decades",
            "7-a-year-of-decades", "dataset/?dataset=lake.decades&year=2001",
            "8-hours", "dataset/?dataset=lake.hourly",
            "9-no-dates", "dataset/?dataset=lake.flat",
            "10-long-name", "dataset/?dataset=lake." + odd,
            "11-day-of-a-long-name", "day/?day=2024-05-01&dataset=lake." + odd,
            "12-day-of-hours", "day/?day=2024-05-01&dataset=lake.hourly")
        .forEach(
            (name, path) -> {
              browser.go(application.address("/datasets/" + path));
              looksRight(size + "-" + name);
            });
    if (width > 1000) {
      browser.go(application.address("/datasets/"));
      assertThat(
              browser.value(
                  "[...document.querySelectorAll('.table-responsive')]"
                      + ".filter(box => box.scrollWidth > box.clientWidth + 1).length"))
          .as("tables wider than a window of %d", width)
          .isEqualTo("0");
    }
  }

  @Test
  void bigTextStaysInsideOfTheWindow() {
    browser.size(1024, 768);
    for (String path :
        List.of(
            "",
            "store/?store=lake",
            "dataset/?dataset=lake.sales.orders",
            "day/?dataset=lake.sales.orders&day=2024-05-08")) {
      browser.go(application.address("/datasets/" + path));
      browser.value("document.documentElement.style.fontSize = '28px'"); // twice Spark's
      assertThat(browser.value(OVERFLOW)).as(path).isEqualTo("0");
    }
  }

  private void looksRight(String name) {
    try {
      Files.write(PICTURES.resolve(name + ".png"), browser.picture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(browser.value(OVERFLOW))
        .as("what sticks out of the page %s at its right", name)
        .isEqualTo("0");
    assertThat(browser.complaints()).as("complaints of the browser at %s", name).isEmpty();
  }

  @Test
  void daysAreReachedByTheKeyboard() {
    browser.go(application.address("/datasets/dataset/?dataset=lake.sales.orders"));
    browser.value("document.querySelector('a.almanac-day[title^=\"2024-05-07\"]').focus()");

    assertThat(browser.value("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
    browser.enter();

    assertThat(browser.value("document.querySelector('h3').innerText"))
        .isEqualTo("2024-05-07 in lake.sales.orders");
  }

  @Test
  void statesDifferWithoutColour() {
    browser.go(application.address("/datasets/dataset/?dataset=lake.sales.orders"));

    String look =
        "(c => { const s = getComputedStyle(document.querySelector('.almanac-months .' + c));"
            + " return [s.borderTopStyle, s.backgroundImage.split('(')[0], s.textDecorationLine]"
            + ".join() })('%s')";
    assertThat(
            java.util.stream.Stream.of("read", "incomplete", "no-data", "missing")
                .map(name -> browser.value(look.formatted("almanac-" + name))))
        .doesNotHaveDuplicates();
  }

  @Test
  void namesOfFoldersAreTextOnly() {
    browser.go(application.address("/datasets/store/?store=lake"));
    browser.click("a[href*='~3cscript~3e']");

    assertThat(browser.value("document.querySelector('h3').innerText"))
        .contains("<script>alert('&amp;')<img src=x onerror=alert(1)>");
    browser.click("a.almanac-day");
    assertThat(browser.value("document.body.innerText")).contains("as_at_<b>1", "chosen");
    assertThat(browser.complaints()).isEmpty();
  }
}
