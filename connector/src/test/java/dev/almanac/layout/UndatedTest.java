package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.listing;
import static dev.almanac.layout.Layouts.paths;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndatedTest {

  @Test
  void noneReadsAllFilesAndLooksAtNoFrames() {
    Selection selection =
        Contents.of(
                PartitionScheme.none(),
                listing(
                    "a.csv",
                    "p/b.csv",
                    "as_at_1/c.csv",
                    "as_at_2/d.csv",
                    "as_at_2/frame.complete",
                    "by_k/k=1/e.csv",
                    "by_k/f.csv",
                    "year_2024/month_03/day_17/g.csv",
                    "BACKOUT/h.csv",
                    "_i/j.csv",
                    "_k.csv",
                    "notes.txt"))
            .select(ReadRequest.ALL);

    assertThat(paths(selection))
        .containsExactly(
            "a.csv",
            "as_at_1/c.csv",
            "as_at_2/d.csv",
            "by_k/f.csv",
            "by_k/k=1/e.csv",
            "p/b.csv",
            "year_2024/month_03/day_17/g.csv");
    assertThat(selection.frames()).isEmpty();
    assertThat(selection.files()).allMatch(file -> file.day().isEmpty());
    assertThat(selection.skipped().reasons())
        .containsOnlyKeys(SkipReason.BACKOUT, SkipReason.UNKNOWN_TYPE);
  }

  @Test
  void theRootOfUndatedMabelIsLikeADay() {
    Contents contents =
        Contents.of(
            PartitionScheme.undatedMabel(),
            listing(
                "by_userid/userid=1/as_at_20220521/a.csv",
                "by_userid/userid=1/as_at_20220521/frame.complete",
                "by_userid/userid=2/as_at_20220520/b.csv",
                "by_userid/userid=2/as_at_20220520/frame.complete",
                "loose.csv"));

    assertThat(paths(contents.select(ReadRequest.ALL)))
        .containsExactly(
            "by_userid/userid=1/as_at_20220521/a.csv", "by_userid/userid=2/as_at_20220520/b.csv");
    assertThat(
            paths(
                contents.select(
                    ReadRequest.ALL.withFilter(SegmentFilter.of(Map.of("userid", List.of("2")))))))
        .containsExactly("by_userid/userid=2/as_at_20220520/b.csv");
    assertThat(contents.days()).isEmpty();
    assertThat(contents.select(ReadRequest.ALL).days())
        .extracting(DayReport::day)
        .containsExactly(Optional.empty());
  }

  @Test
  void framesAtTheRoot() {
    Contents contents =
        Contents.of(
            PartitionScheme.undatedMabel(),
            listing("as_at_9/a.csv", "as_at_9/frame.complete", "as_at_10/b.csv", "loose.csv"));

    Selection selection = contents.select(ReadRequest.ALL);
    assertThat(paths(selection)).containsExactly("as_at_9/a.csv");
    assertThat(selection.files())
        .extracting(DataFile::frame)
        .containsExactly(Optional.of("as_at_9"));
  }

  @Test
  void theRootIsListed() {
    assertThat(PartitionScheme.none().foldersFor(days("2024-01-01")))
        .extracting(Folder::path)
        .containsExactly("");
    assertThat(PartitionScheme.none().levels()).isEmpty();
    assertThat(PartitionScheme.none().dated()).isFalse();
    assertThat(PartitionScheme.undatedMabel().dated()).isFalse();
  }
}
