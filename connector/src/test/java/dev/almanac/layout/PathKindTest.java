package dev.almanac.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathKindTest {

  @ParameterizedTest
  @CsvSource({
    "year_2024, DATE",
    "month_03, DATE",
    "day_17, DATE",
    "2024, DATE",
    "05, DATE",
    "31, DATE",
    "2024-05-01, DATE",
    "20240501, DATE",
    "as_at_20240317-235146, FRAME",
    "as_at_1, FRAME",
    "as_at_, FRAME",
    "as_at_home, FRAME",
    "by_hour, SEGMENTATION",
    "by_userid, SEGMENTATION",
    "by_product, SEGMENTATION",
    "hour=05, KEY_VALUE",
    "dt=2024-05-01, KEY_VALUE",
    "_k=1, KEY_VALUE",
    "BACKOUT, BACKOUT",
    "_temporary, HIDDEN",
    "_spark_metadata, HIDDEN",
    ".git, HIDDEN",
    ".k=1, HIDDEN",
    "orders, ORDINARY",
    "backout, ORDINARY",
    "BACKOUT2, ORDINARY",
    "my_as_at_1, ORDINARY",
    "as_at, ORDINARY",
    "by_, ORDINARY",
    "standby_hour, ORDINARY",
    "year_24, ORDINARY",
    "year_20245, ORDINARY",
    "year_2024_old, ORDINARY",
    "month_13, ORDINARY",
    "day_1, ORDINARY",
    "99, ORDINARY",
    "2024-13-01, ORDINARY",
    "20241301, ORDINARY",
    "=x, ORDINARY",
    "été, ORDINARY",
  })
  void kinds(String name, PathKind kind) {
    assertThat(PathKind.of(name)).isEqualTo(kind);
  }
}
