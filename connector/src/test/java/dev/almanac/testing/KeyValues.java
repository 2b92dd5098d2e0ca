package dev.almanac.testing;

import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Options;
import dev.almanac.store.Options.Section;
import dev.almanac.store.ValueType.Address;
import dev.almanac.store.ValueType.Choice;
import dev.almanac.store.ValueType.Count;
import dev.almanac.store.ValueType.Flag;
import dev.almanac.store.ValueType.Form;
import dev.almanac.store.ValueType.Hadoop;
import dev.almanac.store.ValueType.Moment;
import dev.almanac.store.ValueType.Name;
import dev.almanac.store.ValueType.Scheme;
import dev.almanac.store.ValueType.SparkText;
import dev.almanac.store.ValueType.Text;
import dev.almanac.store.ValueType.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Values that a key takes and does not take, by the type that it is declared with. */
public final class KeyValues {

  private KeyValues() {}

  /**
   * Values that are wrong: empty, blank, of another type, out of range, nearly a word.
   *
   * @throws AssertionError for a type that nobody thought of here
   */
  public static List<String> wrong(Option option) {
    if (option.type() instanceof Text) {
      return List.of("", "  ");
    } else if (option.type() instanceof Name) {
      return List.of("", "  ", " spaced", "spaced ");
    } else if (option.type() instanceof Form form) {
      return Stream.of("", "  ", "two words", "a/b c", "Ü=", "-7", "x ")
          .filter(value -> !value.matches(form.regex()))
          .toList();
    } else if (option.type() instanceof Choice choice) {
      String word = choice.words().get(0);
      return List.of(
          "", "  ", "nonsense", "tru e", "7", word.substring(0, word.length() - 1) + "_");
    } else if (option.type() instanceof Flag) {
      return List.of("", "  ", "yes", "1", "treu");
    } else if (option.type() instanceof Count count) {
      return List.of(
          "",
          "  ",
          "many",
          "1.5",
          "1e3",
          "10s",
          "99999999999",
          "-2147483649",
          String.valueOf(count.least() - 1),
          String.valueOf(count.most() + 1L));
    } else if (option.type() instanceof Zone) {
      return List.of("", "  ", "Mars/Olympus", "UTC+99", "Europe/Amsterdm");
    } else if (option.type() instanceof Moment) {
      return List.of(
          "",
          "  ",
          "yesterday",
          "2022-06-15",
          "2022-13-01T00:00:00Z",
          "0",
          "+10000-01-01T00:00:00Z",
          "0000-01-01T00:00:00Z");
    } else if (option.type() instanceof Address) {
      return List.of(
          "", "  ", "http//minio", "ftp://minio", "host:port", "a b", "http://minio:99999", "h:0");
    } else if (option.type() instanceof Scheme) {
      return List.of(
          "", "  ", "mabl", "{yyyy}/{mm}", "yyyy/mm/dd", "{yyyy}/{mm}/{dd", "/{yyyy}/{mm}/{dd}");
    } else if (option.type() instanceof SparkText || option.type() instanceof Hadoop) {
      return List.of(); // a group: see wrongOfGroup
    }
    throw new AssertionError("no wrong values for " + option);
  }

  /** Of a group such as {@code csv.*}: keys with a wrong value. */
  public static Map<String, String> wrongOfGroup(Option group) {
    if (group.type() instanceof SparkText) {
      return Map.of(
          group.start() + "nosuchoption",
          "x",
          group.start() + "mode",
          "strict",
          group.start() + "dateFormat",
          "bbbb",
          group.start() + "multiLine",
          "ja");
    }
    return Map.of(group.start() + "a b", "x", group.start() + "spark.hadoop.fs.x", "x");
  }

  /** Values that are right, as far as a type tells; the default among them. */
  public static List<String> right(Option option) {
    List<String> values = new ArrayList<>();
    if (!option.defaultValue().isEmpty()) {
      values.add(option.defaultValue());
    }
    if (option.type() instanceof Choice choice) {
      choice.words().forEach(word -> values.addAll(List.of(word, word.toUpperCase(Locale.ROOT))));
    } else if (option.type() instanceof Flag) {
      values.addAll(List.of("true", "false", "TRUE"));
    } else if (option.type() instanceof Count count) {
      values.addAll(List.of(String.valueOf(count.least()), "123", String.valueOf(count.most())));
    } else if (option.type() instanceof Zone) {
      values.addAll(List.of("UTC", "Europe/Amsterdam", "+02:00"));
    } else if (option.type() instanceof Moment) {
      values.add("2022-06-15T10:20:00Z");
    } else if (option.type() instanceof Scheme) {
      values.addAll(List.of("mabel", "none", "Hive", "{yyyy}/{mm}/{dd}", "{yyyy}{mm}{dd}"));
    } else if (option.type() instanceof Address address) {
      values.addAll(
          List.of("http://10.0.0.1:9000", "https://x.example.com:443", address.example()));
    }
    return values;
  }

  /** The keys of a store that can use an option. */
  public static Map<String, String> storeFor(Option option) {
    String connector = connector(option);
    String location =
        switch (connector) {
          case "mongodb" -> "mongodb://h/db";
          case "firestore" -> "firestore://p";
          default ->
              option.key().startsWith("s3.")
                  ? "s3a://b/d"
                  : option.key().startsWith("gcs.") ? "gs://b/d" : "/d";
        };
    return Map.of(
        DatasetOptions.CONNECTOR.key(), connector, DatasetOptions.LOCATION.key(), location);
  }

  /** The connector whose stores have an option, by the documentation's sections. */
  public static String connector(Option option) {
    String title =
        Options.sections().stream()
            .filter(section -> section.options().contains(option))
            .map(Section::title)
            .findFirst()
            .orElseThrow();
    return switch (title) {
      case "MongoDB" -> "mongodb";
      case "Firestore" -> "firestore";
      default -> "folders";
    };
  }

  /** A key with a letter missing. */
  public static String mistyped(String key) {
    int middle = key.length() - 3;
    return key.substring(0, middle) + key.substring(middle + 1);
  }
}
