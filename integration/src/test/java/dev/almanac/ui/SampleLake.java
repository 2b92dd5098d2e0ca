package dev.almanac.ui;

import dev.almanac.testing.Lake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Datasets with everything that the pages show. */
final class SampleLake {

  /** A name that is to be shown, and not to be run; names of folders have no slash. */
  static final String HOSTILE = "<script>alert('&amp;')<img src=x onerror=alert(1)>";

  /** A name without a place to break it at, as long as a folder's name can be. */
  static final String LONG = "EVENTSOFTHEOLDSYSTEM".repeat(12);

  private SampleLake() {}

  static Path fill(Path folder) {
    Lake lake = new Lake(folder);
    orders(lake);
    lake.file("hourly/year_2024/month_05/day_01/by_hour/hour=07/a.jsonl", "{\"n\":1}\n")
        .file("hourly/year_2024/month_05/day_01/by_hour/hour=08/a.jsonl", "{\"n\":2}\n{\"n\":3}\n")
        .file("flat/a.jsonl", "{\"n\":1}\n")
        .file(HOSTILE + "/year_2024/month_05/day_01/as_at_<b>1/a.jsonl", "{\"n\":1}\n")
        .mark(HOSTILE + "/year_2024/month_05/day_01/as_at_<b>1/frame.complete")
        .file("folders/deep/down/a.jsonl", "{\"n\":1}\n");
    for (int year : new int[] {1781, 1846, 1930, 2006}) {
      lake.file("planets/year_%d/month_03/day_13/a.jsonl".formatted(year), "{\"n\":1}\n");
    }
    for (int year = 2001; year <= 2024; year++) {
      lake.file("decades/year_%d/month_05/day_01/a.jsonl".formatted(year), "{\"n\":1}\n");
    }
    lake.file("v1.2/year_2024/month_05/day_01/a.jsonl", "{\"n\":1}\n");
    lake.file(LONG + "/year_2024/month_05/day_01/as_at_" + LONG + "/a.jsonl", "{\"n\":1}\n")
        .mark(LONG + "/year_2024/month_05/day_01/as_at_" + LONG + "/frame.complete");
    return folder;
  }

  /** From 2023-10-02 to 2024-05-19, with weekends half as large. */
  private static void orders(Lake lake) {
    LocalDate first = LocalDate.of(2023, 10, 2);
    LocalDate last = LocalDate.of(2024, 5, 19);
    int seed = 7;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      int rows = 20 + (seed >> 8) % 60 + day.getMonthValue();
      if (day.getDayOfWeek().getValue() > 5) {
        rows /= 3;
      }
      String at =
          String.format(
              Locale.ROOT,
              "sales/orders/year_%04d/month_%02d/day_%02d/",
              day.getYear(),
              day.getMonthValue(),
              day.getDayOfMonth());
      String content = "{\"id\":1,\"amount\":12.5}\n".repeat(rows);
      switch (day.toString()) {
        case "2024-02-14", "2024-03-08", "2024-03-09", "2024-03-10" -> {} // missing
        case "2024-04-16" -> lake.mark(at + "notes.txt"); // no data
        case "2024-04-22" ->
            lake.file(at + "as_at_20240422-230000/a.jsonl", content); // no complete frame
        case "2024-04-23" -> {
          lake.file(at + "as_at_20240423-230000/a.jsonl", content);
          lake.mark(at + "as_at_20240423-230000/frame.complete");
          lake.mark(at + "as_at_20240423-230000/frame.ignore");
        }
        case "2024-05-01" -> lake.mark(at + "as_at_20240501-230000/frame.complete"); // no rows
        case "2024-05-07", "2024-05-08", "2024-01-15" -> {
          lake.file(at + "as_at_20240508-230000/a.jsonl", content);
          lake.mark(at + "as_at_20240508-230000/frame.complete");
          lake.file(at + "as_at_20240512-080000/a.jsonl", content);
          lake.file(at + "as_at_20240512-080000/b.jsonl", content);
          lake.mark(at + "as_at_20240512-080000/frame.complete");
        }
        case "2024-05-14" -> {
          lake.file(at + "as_at_20240514-230000/a.jsonl", content);
          lake.mark(at + "as_at_20240514-230000/frame.complete");
          lake.file(at + "as_at_20240515-230000/a.jsonl", content); // being written
        }
        default -> lake.file(at + "a.jsonl", content);
      }
    }
  }
}
