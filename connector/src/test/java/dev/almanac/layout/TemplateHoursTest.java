package dev.almanac.layout;

import static dev.almanac.layout.Layouts.days;
import static dev.almanac.layout.Layouts.hours;
import static dev.almanac.layout.Layouts.listing;
import static dev.almanac.layout.Layouts.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.layout.DayReport.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hours that a template itself has work as Mabel's {@code by_hour} does. */
class TemplateHoursTest {

  private static final PartitionScheme SCHEME = PartitionScheme.template("{yyyy}/{mm}/{dd}/{HH}");

  private static final Contents CONTENTS =
      Contents.of(
          SCHEME,
          listing(
              "2024/03/17/04/as_at_1/a.csv",
              "2024/03/17/04/as_at_1/frame.complete",
              "2024/03/17/04/as_at_2/b.csv",
              "2024/03/17/05/c.csv",
              "2024/03/17/05/p/d.csv",
              "2024/03/17/by_k/k=1/e.csv",
              "2024/03/17/24/f.csv",
              "2024/03/17/loose.csv",
              "2024/03/18/daily.csv"));

  @Test
  void eachHourIsAUnit() {
    Selection selection = CONTENTS.select(ReadRequest.of(days("2024-03-17")));

    assertThat(paths(selection))
        .containsExactly(
            "2024/03/17/04/as_at_1/a.csv", "2024/03/17/05/c.csv", "2024/03/17/05/p/d.csv");
    assertThat(selection.files())
        .extracting(file -> file.hour().getAsInt())
        .containsExactly(4, 5, 5);
    assertThat(selection.skipped().count(SkipReason.IMPOSSIBLE_HOUR)).isEqualTo(1);
  }

  @Test
  void hoursOutsideTheRangeAreNotRead() {
    assertThat(paths(CONTENTS.select(ReadRequest.of(hours("2024-03-17T05..2024-03-17T09")))))
        .containsExactly("2024/03/17/05/c.csv", "2024/03/17/05/p/d.csv");
    assertThat(CONTENTS.select(ReadRequest.of(hours("2024-03-17T06"))).days())
        .extracting(DayReport::state)
        .containsExactly(State.NO_HOUR_IN_RANGE);
  }

  @Test
  void aDayWithoutHoursIsReadAsADay() {
    assertThat(paths(CONTENTS.select(ReadRequest.of(hours("2024-03-18T12")))))
        .containsExactly("2024/03/18/daily.csv");
  }

  @Test
  void aFilterOnASegmentationOfTheDayChoosesItUnlessHoursAreWanted() {
    SegmentFilter filter = SegmentFilter.of(Map.of("k", List.of("1")));

    assertThat(paths(CONTENTS.select(ReadRequest.of(days("2024-03-17")).withFilter(filter))))
        .containsExactly("2024/03/17/by_k/k=1/e.csv");
    assertThat(paths(CONTENTS.select(ReadRequest.of(hours("2024-03-17T04")).withFilter(filter))))
        .containsExactly("2024/03/17/04/as_at_1/a.csv");
  }

  @Test
  void segmentsWithinAnHourAreCopiesOfTheHour() {
    Contents contents =
        Contents.of(
            SCHEME,
            listing(
                "2024/03/17/05/a.csv",
                "2024/03/17/05/by_k/k=1/b.csv",
                "2024/03/17/05/by_k/k=2/c.csv",
                "2024/03/17/06/d.csv"));

    Selection all = contents.select(ReadRequest.of(days("2024-03-17")));
    assertThat(paths(all))
        .containsExactly(
            "2024/03/17/05/by_k/k=1/b.csv", "2024/03/17/05/by_k/k=2/c.csv", "2024/03/17/06/d.csv");
    assertThat(all.files()).extracting(file -> file.hour().getAsInt()).containsExactly(5, 5, 6);
    assertThat(
            paths(
                contents.select(
                    ReadRequest.of(days("2024-03-17"))
                        .withFilter(SegmentFilter.of(Map.of("k", List.of("2")))))))
        .containsExactly("2024/03/17/05/by_k/k=2/c.csv", "2024/03/17/06/d.csv");
  }
}
