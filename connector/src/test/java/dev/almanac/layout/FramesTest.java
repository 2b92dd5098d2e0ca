package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.listing;
import static dev.almanac.layout.Layouts.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {

  private static final String DAY = "year_2024/month_03/day_17/";

  @Test
  void theNewestCompleteFrameIsReadAlone() {
    Contents contents =
        Contents.of(
            PartitionScheme.mabel(),
            listing(
                DAY + "as_at_1/a.jsonl",
                DAY + "as_at_1/frame.complete",
                DAY + "as_at_10/b.jsonl",
                DAY + "loose.jsonl"));

    assertThat(paths(contents.select(ReadRequest.of(days("2024-03-17")))))
        .containsExactly(DAY + "as_at_1/a.jsonl");
  }
}
