package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What the specifications of layouts are written in. */
final class Layouts {

  private Layouts() {}

  /** Files of 10 bytes. */
  static List<ListedFile> listing(String... paths) {
    return Stream.of(paths).map(path -> new ListedFile(path, 10, 0)).toList();
  }

  /** One day, or two with {@code ..} between, both included. */
  static DateRange days(String text) {
    String[] ends = text.split("\\.\\.", -1);
    return DateRange.ofDays(
        LocalDate.parse(ends[0]), LocalDate.parse(ends[ends.length - 1]), ZoneOffset.UTC);
  }

  /** One hour, or two with {@code ..} between, both included: {@code 2024-01-01T05}. */
  static DateRange hours(String text) {
    String[] ends = text.split("\\.\\.", -1);
    return DateRange.ofHours(
        LocalDateTime.parse(ends[0] + ":00"),
        LocalDateTime.parse(ends[ends.length - 1] + ":00"),
        ZoneOffset.UTC);
  }

  /** The paths of what is read. */
  static List<String> paths(Selection selection) {
    return selection.files().stream().map(file -> file.file().path()).toList();
  }
}
