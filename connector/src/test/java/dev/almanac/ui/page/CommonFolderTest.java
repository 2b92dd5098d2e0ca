package dev.almanac.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommonFolderTest {

  @ParameterizedTest
  @CsvSource({
    "s3://b/orders/day_01/a.jsonl, s3://b/orders/day_01/b.jsonl, s3://b/orders/day_01/",
    "s3://b/orders/day_01/a.jsonl, s3://b/orders/day_02/a.jsonl, s3://b/orders/",
    "s3://b/day_1/a.jsonl,         s3://b/day_10/a.jsonl,        s3://b/",
    "s3://b/day_1/as_at_1,         s3://b/day_1/as_at_10,        s3://b/day_1/",
    "file:/data/a.jsonl,           file:/data/deep/er/b.csv,     file:/data/",
    "a.jsonl,                      b.jsonl,                      ''",
  })
  void isMadeOfWholeFolders(String one, String other, String folder) {
    CommonFolder common = CommonFolder.of(List.of(one, other));

    assertThat(common.path()).isEqualTo(folder);
    assertThat(folder + common.within(one)).isEqualTo(one);
    assertThat(folder + common.within(other)).isEqualTo(other);
  }

  @Test
  void aSinglePathHasItsFolder() {
    CommonFolder common = CommonFolder.of(List.of("file:/data/day/a.jsonl"));

    assertThat(common.within("file:/data/day/a.jsonl")).isEqualTo("a.jsonl");
    assertThat(common.html().source()).contains("file:/data/day/");
  }

  @Test
  void nothingIsSaidWhereThereIsNone() {
    assertThat(CommonFolder.of(List.of()).html().source()).isEmpty();
    assertThat(CommonFolder.of(List.of("a", "b")).html().source()).isEmpty();
  }
}
