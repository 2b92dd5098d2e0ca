package dev.almanac.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The forms of the dates' folders of a Hive dataset, one template for each: {@code
 * year={yyyy}/month={mm}/day={dd}} and {@code year={yyyy}/month={m}/day={d}}, for instance.
 *
 * @param readable all forms that there may be
 * @param listed the forms that the dataset was seen to use
 */
record HiveForms(List<Template> readable, List<Template> listed) {

  static final HiveForms NONE = new HiveForms(List.of(), List.of());

  /** Without and with leading zeros, in this order. */
  private static final List<String> MONTHS = List.of("{mm}", "{m}");

  private static final List<String> DAYS = List.of("{dd}", "{d}");

  /**
   * The forms for dates that lead the path.
   *
   * @param levels the levels from the root down to the last with a part of the date, each of which
   *     must be of the date
   */
  static HiveForms of(HiveDates dates, List<HiveDetection.Level> levels) {
    Set<Integer> paddings = new TreeSet<>();
    for (HiveDetection.Level level : levels) {
      List<String> fields = fields(dates, level.key());
      if (fields == MONTHS || fields == DAYS) {
        paddings.addAll(seen(fields, level.values()));
      }
    }
    List<String> readable = List.of("");
    List<String> listed = List.of("");
    for (HiveDetection.Level level : levels) {
      List<String> fields = fields(dates, level.key());
      readable = append(readable, level.key(), fields);
      Set<Integer> seen = seen(fields, level.values());
      if (seen.isEmpty() && (fields == MONTHS || fields == DAYS)) {
        seen = paddings; // a month 10 tells nothing; days and months are written alike
      }
      listed = append(listed, level.key(), seen.isEmpty() ? fields : pick(fields, seen));
    }
    return new HiveForms(
        readable.stream().map(Template::parse).toList(),
        listed.stream().map(Template::parse).toList());
  }

  /** The fields that a key's values may be written as; none for a key that is not of the date. */
  static List<String> fields(HiveDates dates, String key) {
    if (dates instanceof HiveDates.Column column && column.key().equals(key)) {
      return HiveDates.Column.FORMS;
    }
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "year" -> List.of("{yyyy}");
      case "month" -> MONTHS;
      case "day" -> DAYS;
      default -> List.of();
    };
  }

  /** Which of the fields there is a value for that only this one can be. */
  private static Set<Integer> seen(List<String> fields, Set<String> values) {
    Set<Integer> seen = new TreeSet<>();
    for (String value : values) {
      List<Integer> matching = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        if (TemplateParser.element(fields.get(i)).read(value, new DateFields())) {
          matching.add(i);
        }
      }
      if (matching.size() == 1) {
        seen.addAll(matching);
      }
    }
    return seen;
  }

  private static List<String> pick(List<String> fields, Set<Integer> which) {
    return which.stream().map(fields::get).toList();
  }

  private static List<String> append(List<String> paths, String key, List<String> fields) {
    List<String> longer = new ArrayList<>();
    for (String path : paths) {
      fields.forEach(field -> longer.add(Elements.below(path, key + "=" + field)));
    }
    return longer;
  }
}
