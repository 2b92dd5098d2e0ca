package dev.almanac.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tab behind Spark's access control, and behind a proxy. */
@Tag("own-session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedTabTest {

  private UiApplication application;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Path lake = SampleLake.fill(Files.createDirectory(folder.resolve("lake")));
    application =
        UiApplication.start(
            lake,
            Map.of(
                "spark.acls.enable", "true",
                "spark.ui.view.acls", "alice",
                "spark.user.groups.mapping", "",
                "spark.ui.filters", UserFilter.class.getName()));
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datasets/",
        "/datasets/json/",
        "/datasets/store/?store=lake",
        "/datasets/store/json/?store=lake",
        "/datasets/dataset/?dataset=lake.sales.orders",
        "/datasets/dataset/json/?dataset=lake.sales.orders",
        "/datasets/day/?dataset=lake.sales.orders&day=2024-05-08",
        "/datasets/day/json/?dataset=lake.sales.orders&day=2024-05-08",
      })
  void onlyViewersSeeIt(String path) {
    assertThat(application.answer(path, UserFilter.HEADER, "alice").statusCode()).isEqualTo(200);
    assertThat(application.answer(path, UserFilter.HEADER, "mallory").statusCode()).isEqualTo(403);
    assertThat(application.answer(path, UserFilter.HEADER, "mallory").body())
        .doesNotContain("sales", "lake.");
  }

  @Test
  void pagesAreNotKeptByBrowsers() {
    assertThat(
            application
                .answer("/datasets/", UserFilter.HEADER, "alice")
                .headers()
                .firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/datasets/",
        "/datasets/store/?store=lake",
        "/datasets/dataset/?dataset=lake.sales.orders",
        "/datasets/day/?dataset=lake.sales.orders&day=2024-05-08",
      })
  void linksHaveTheProxysBase(String path) {
    String page =
        application
            .answer(path, UserFilter.HEADER, "alice", "X-Forwarded-Context", "/proxy/app-1")
            .body();

    assertThat(page)
        .contains("\"/proxy/app-1/datasets/")
        .doesNotContainPattern("(href|action|src)=\"/(?!proxy/app-1/)");
  }
}
