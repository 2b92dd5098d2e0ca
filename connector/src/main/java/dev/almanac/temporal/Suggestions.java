package dev.almanac.temporal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a mistaken word was likely meant to be. */
final class Suggestions {

  /** Words of other systems and of everyday speech, which are not close to ours in spelling. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "TOMORROW", "TODAY",
          "NOW", "TODAY",
          "CURRENT_DATE", "TODAY",
          "NEWEST", "LATEST",
          "PREVIOUS_WEEK", "LAST_WEEK",
          "PREVIOUS_YEAR", "LAST_YEAR",
          "CURRENT_WEEK", "THIS_WEEK",
          "CURRENT_MONTH", "THIS_MONTH",
          "CURRENT_YEAR", "THIS_YEAR");

  private Suggestions() {}

  /** A sentence to put behind an error about an unknown day word; empty where nothing is close. */
  static String day(String word) {
    List<String> words = new ArrayList<>(names(RelativeDay.values()));
    words.addAll(List.of("DATES", "LAST"));
    Optional<String> range =
        NamedRange.named(word).map(NamedRange::name).or(() -> nearest(word, rangeNames()));
    return nearest(word, words)
        .map(Suggestions::meant)
        .or(() -> range.map(name -> meant("DATES IN " + name)))
        .orElse("");
  }

  /** The same for a range word. */
  static String range(String word) {
    return nearest(word, rangeNames()).map(Suggestions::meant).orElse("");
  }

  /** Why digits without dashes are refused, with the date that they look like. */
  static String datedDigits(String digits) {
    String reason = digits + " is a number, not a date";
    try {
      LocalDate date = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
      return reason + meant("'" + date + "'");
    } catch (DateTimeException noDate) {
      return reason;
    }
  }

  private static String meant(String form) {
    return "; did you mean " + form + "?";
  }

  private static List<String> rangeNames() {
    return names(NamedRange.values());
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  private static Optional<String> nearest(String written, List<String> words) {
    String word = written.toUpperCase(Locale.ROOT);
    String synonym = SYNONYMS.getOrDefault(word, "");
    if (words.contains(synonym)) {
      return Optional.of(synonym);
    }
    if (words.contains(word)) {
      return Optional.empty(); // right in itself, but not where it stands
    }
    return words.stream()
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(candidate -> distance(word, candidate) <= (candidate.length() + 1) / 3);
  }

  /** How many letters must be changed, added or dropped to make one word of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
