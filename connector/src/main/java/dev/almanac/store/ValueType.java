package dev.almanac.store;

import dev.almanac.layout.PartitionScheme;
import dev.almanac.spark.TextOptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What values a key takes. */
public sealed interface ValueType {

  /** A few words for the documentation, such as {@code number of rows}. */
  String text();

  /**
   * What is wanted instead, as sentences; empty where the value is valid.
   *
   * @param name the key; of a group what follows the group's name
   */
  Optional<String> problem(String name, String value);

  /** The valid words, where they can be listed: one of them may have been meant. */
  default Collection<String> words() {
    return List.of();
  }

  /** Anything but nothing. */
  record Text(String text) implements ValueType {
    @Override
    public Optional<String> problem(String name, String value) {
      return value.isBlank()
          ? Optional.of(
              "It takes a " + text + ", and this is empty: to leave it unset, leave it out.")
          : Optional.empty();
    }
  }

  /** A word or several: space around it is a mistake, and would not be seen. */
  record Name(String text) implements ValueType {
    @Override
    public Optional<String> problem(String name, String value) {
      return value.equals(value.strip())
          ? new Text(text).problem(name, value)
          : Optional.of("It takes a " + text + ", without space around it.");
    }
  }

  /** Words of a form. */
  record Form(String text, String regex, String wanted) implements ValueType {
    @Override
    public Optional<String> problem(String name, String value) {
      return Pattern.matches(regex, value) ? Optional.empty() : Optional.of(wanted);
    }
  }

  /** One of a few words, in any case of letters. */
  record Choice(List<String> words) implements ValueType {
    @Override
    public String text() {
      return "word";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      return words.stream().anyMatch(value::equalsIgnoreCase)
          ? Optional.empty()
          : Optional.of("The valid values are: " + String.join(", ", words) + ".");
    }
  }

  /** {@code true} or {@code false}. */
  record Flag() implements ValueType {
    private static final Choice WORDS = new Choice(List.of("true", "false"));

    @Override
    public String text() {
      return "true or false";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      return WORDS.problem(name, value);
    }

    @Override
    public Collection<String> words() {
      return WORDS.words();
    }
  }

  /**
   * A whole number.
   *
   * @param unit what is counted
   * @param least the least that makes sense
   * @param most the most that makes sense
   */
  record Count(String unit, int least, int most) implements ValueType {

    /** As many as there can be. */
    Count(String unit, int least) {
      this(unit, least, Integer.MAX_VALUE);
    }

    @Override
    public String text() {
      return "number of " + unit;
    }

    @Override
    public Optional<String> problem(String name, String value) {
      try {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return Optional.empty();
        }
      } catch (NumberFormatException e) {
        // said below
      }
      return Optional.of(
          "It takes a whole number of %s, from %d to %d.".formatted(unit, least, most));
    }
  }

  /** A time zone. */
  record Zone() implements ValueType {
    @Override
    public String text() {
      return "time zone";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      try {
        ZoneId.of(value);
        return Optional.empty();
      } catch (DateTimeException e) {
        return Optional.of("It takes a time zone such as UTC, Europe/Amsterdam or +02:00.");
      }
    }

    @Override
    public Collection<String> words() {
      return ZoneId.getAvailableZoneIds();
    }
  }

  /** A moment in time, of the years that dates have in SQL. */
  record Moment() implements ValueType {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    @Override
    public String text() {
      return "instant";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      try {
        Instant moment = Instant.parse(value);
        if (!moment.isBefore(FIRST) && moment.isBefore(END)) {
          return Optional.empty();
        }
      } catch (DateTimeParseException e) {
        // said below
      }
      return Optional.of(
          "It takes an instant such as 2022-06-15T10:20:00Z, of the years 1 to 9999.");
    }
  }

  /** A server. */
  record Address(Part scheme, Part port, String example) implements ValueType {

    /** Whether a part of an address has to be there. */
    public enum Part {
      REQUIRED,
      OPTIONAL
    }

    private static final Pattern FORM =
        Pattern.compile("(https?://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?/?");

    @Override
    public String text() {
      return "address";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      Matcher matcher = FORM.matcher(value);
      boolean valid =
          matcher.matches()
              && (scheme == Part.OPTIONAL || matcher.group(1) != null)
              && (port == Part.OPTIONAL || matcher.group(3) != null)
              && (matcher.group(3) == null || isPort(matcher.group(3).substring(1)));
      return valid ? Optional.empty() : Optional.of("It takes an address such as " + example + ".");
    }

    private static boolean isPort(String digits) {
      int port = Integer.parseInt(digits);
      return port > 0 && port <= 65_535;
    }
  }

  /** A partition scheme. */
  record Scheme() implements ValueType {
    private static final List<String> WORDS = List.of("mabel", "none", "hive");

    @Override
    public String text() {
      return "scheme";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      return PartitionScheme.problem(value);
    }

    @Override
    public Collection<String> words() {
      return WORDS;
    }
  }

  /** Options of Spark's readers of text: {@code csv}, {@code json}. */
  record SparkText(TextOptions options) implements ValueType {
    @Override
    public String text() {
      return "as Spark has it";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      if (options.knows(name)) {
        return options.problem(name, value);
      }
      return Optional.of(
          "Spark's reader has no option %s%s. Its options are: %s."
              .formatted(
                  name,
                  Suggestion.among(name, options.names()),
                  String.join(", ", options.names())));
    }
  }

  /** Whatever Hadoop makes of it. */
  record Hadoop() implements ValueType {
    @Override
    public String text() {
      return "as Hadoop has it";
    }

    @Override
    public Optional<String> problem(String name, String value) {
      if (name.isBlank() || name.chars().anyMatch(Character::isWhitespace)) {
        return Optional.of(
            "A setting of Hadoop's has a name without spaces, such as fs.s3a.endpoint.");
      } else if (name.startsWith("spark.") || name.startsWith(".") || name.endsWith(".")) {
        return Optional.of(
            "A setting of Hadoop's is written as Hadoop has it, without spark.hadoop. before it, such"
                + " as hadoop.fs.s3a.endpoint.");
      }
      return Optional.empty();
    }
  }
}
