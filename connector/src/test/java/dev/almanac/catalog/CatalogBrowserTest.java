package dev.almanac.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.spark.Catalogs;
import dev.almanac.store.DatasetListing;
import dev.almanac.store.DatasetSpan;
import dev.almanac.store.ListingBudget;
import dev.almanac.testing.CountingFileSystem;
import dev.almanac.testing.CountingFileSystem.Request;
import dev.almanac.testing.LakeTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking around in a catalog, and what it costs. */
class CatalogBrowserTest extends LakeTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Override
  protected String location() {
    return "counting:" + folder;
  }

  private CatalogBrowser browser() {
    return ((AlmanacCatalog) Catalogs.named(spark(), catalog)).browser();
  }

  private DatasetListing datasets(ListingBudget budget) {
    return browser().datasets(browser().stores().get(0), budget);
  }

  @Test
  void storesCostNothing() {
    lake.file("t/" + day(1) + "/a.jsonl", "{}");
    CountingFileSystem.reset();

    assertThat(browser().stores()).hasSize(1);
    assertThat(browser().storeOf(List.of("t"))).contains(browser().stores().get(0));
    assertThat(CountingFileSystem.count(Request.LIST)).isZero();
  }

  @Test
  void datasetsAreFoundUntilTheBudgetIsSpent() {
    for (int i = 0; i < 300; i++) {
      lake.file("group_%d/t%d/a.jsonl".formatted(i % 3, i), "{}");
    }

    DatasetListing all = datasets(ListingBudget.of(1000, LONG));
    assertThat(all.complete()).isTrue();
    assertThat(all.names()).hasSize(300).contains(List.of("group_2", "t299"));
    assertThat(datasets(ListingBudget.unlimited())).isEqualTo(all);

    DatasetListing some = datasets(ListingBudget.of(104, LONG)); // the root, 3 groups, 100 others
    assertThat(some.complete()).isFalse();
    assertThat(some.names()).hasSize(100).isSubsetOf(all.names());
    assertThat(datasets(ListingBudget.of(304, LONG))).isEqualTo(all);
    assertThat(datasets(ListingBudget.of(1000, Duration.ZERO)))
        .isEqualTo(new DatasetListing(List.of(), false));
  }

  @Test
  void theSpanOfADatasetTakesAListForEachLevel() {
    for (String day : List.of("2015/02/28", "2019/05/01", "2019/06/01", "2024/12/31")) {
      lake.file("t/" + day + "/a.jsonl", "{\"id\":1}\n");
    }
    lake.mark("t/2099/README"); // a year without days
    set("partition-scheme", "{yyyy}/{mm}/{dd}");
    CountingFileSystem.reset();

    assertThat(browser().span(List.of("t")))
        .contains(
            new DatasetSpan(
                LocalDate.of(2015, 2, 28), LocalDate.of(2024, 12, 31), List.of(2015, 2019, 2024)));
    assertThat(CountingFileSystem.count(Request.LIST)).isLessThanOrEqualTo(8);
  }

  @Test
  void whatHasNoDaysHasNoSpan() {
    lake.file("flat/a.jsonl", "{\"id\":1}\n");

    assertThat(browser().span(List.of("flat"))).isEmpty();
    assertThat(browser().span(List.of("nothing"))).isEmpty();
    assertThat(browser().isDataset(List.of("flat"))).isTrue();
    assertThat(browser().isDataset(List.of("nothing"))).isFalse();
  }
}
