package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** As many files as there are in large datasets; anything quadratic would take minutes here. */
class ManyFilesTest {

  @Test
  void aDayOfAHundredThousandFilesInAFrame() {
    String frame = "year_2024/month_03/day_17/as_at_20240317-235146/";
    List<ListedFile> listing = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      listing.add(new ListedFile(frame + "%06d.jsonl.parquet".formatted(i), 1, 0));
    }
    listing.add(new ListedFile(frame + "frame.complete", 0, 0));

    Selection selection =
        Contents.of(PartitionScheme.mabel(), listing).select(ReadRequest.of(days("2024-03-17")));

    assertThat(selection.files()).hasSize(100_000);
    assertThat(selection.days().get(0).bytes()).isEqualTo(100_000);
  }

  @Test
  void aDayOfAHundredThousandSegments() {
    List<ListedFile> listing = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      String folder = "year_2024/month_03/day_17/by_userid/userid=" + i + "/as_at_1/";
      listing.add(new ListedFile(folder + "a.parquet", 1, 0));
      listing.add(new ListedFile(folder + "frame.complete", 0, 0));
    }
    Contents contents = Contents.of(PartitionScheme.mabel(), listing);
    SegmentFilter filter = SegmentFilter.of(Map.of("userid", List.of("7", "70007", "700007")));

    assertThat(contents.select(ReadRequest.ALL).files()).hasSize(100_000);
    assertThat(contents.select(ReadRequest.ALL.withFilter(filter)).files()).hasSize(2);
  }

  @Test
  void tenYearsOfHours() {
    List<ListedFile> listing = new ArrayList<>();
    LocalDate first = LocalDate.of(2015, 1, 1);
    for (LocalDate day = first; day.getYear() < 2025; day = day.plusDays(1)) {
      for (int hour = 0; hour < 24; hour++) {
        String folder =
            "year_%04d/month_%02d/day_%02d/by_hour/hour=%02d/as_at_1/"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), hour);
        listing.add(new ListedFile(folder + "a.parquet", 1, 0));
        listing.add(new ListedFile(folder + "frame.complete", 0, 0));
      }
    }
    Contents contents = Contents.of(PartitionScheme.mabel(), listing);

    Selection all = contents.select(ReadRequest.ALL);
    assertThat(all.files()).hasSize(3653 * 24);
    assertThat(all.days()).hasSize(3653).allMatch(day -> day.files() == 24);
    assertThat(contents.select(ReadRequest.of(hours("2019-12-31T23..2020-01-01T00"))).files())
        .hasSize(2);
  }
}
