package dev.almanac.layout;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a query wants of some fields, from its {@code =} and {@code IN} filters, so that
 * only those segments of a {@code by_<field>} need to be read.
 *
 * <p>Folder names are text, so values are compared as text (also with {@code %XX} decoded), numbers
 * as numbers ({@code 42} is {@code 042} and {@code 42.0}), dates with and without dashes, and
 * {@code true} and {@code false} in any case. Segments may match that hold no wanted record: the
 * query's filter must still be applied.
 */
public final class SegmentFilter {

  /** Wants everything. */
  public static final SegmentFilter NONE = new SegmentFilter(Map.of());

  private final Map<String, Values> fields;

  private SegmentFilter(Map<String, Values> fields) {
    this.fields = Map.copyOf(fields);
  }

  /**
   * A filter on fields.
   *
   * @param wanted by the field's name, the values that pass, as SQL prints them: {@code 42}, {@code
   *     true}, {@code 2024-05-01}, {@code text}
   */
  public static SegmentFilter of(Map<String, ? extends Collection<String>> wanted) {
    Map<String, Values> fields = new HashMap<>();
    wanted.forEach((field, values) -> fields.put(field, Values.of(values)));
    return new SegmentFilter(fields);
  }

  /** Whether it says anything about a field. */
  boolean has(String field) {
    return fields.containsKey(field);
  }

  /**
   * Whether records of a segment may pass.
   *
   * @param field one that the filter {@linkplain #has has}
   * @param value of the segment's folder
   */
  boolean mayPass(String field, String value) {
    Values values = fields.get(field);
    return values.contain(value) || values.contain(HiveEncoding.decode(value));
  }

  /**
   * The wanted values, each in the forms it is compared in.
   *
   * @param texts as given; {@code true} and {@code false} in lower case
   * @param numbers those that are numbers, without trailing zeros
   */
  private record Values(Set<String> texts, Set<BigDecimal> numbers) {

    private static final Template DATE = Template.parse("{yyyy}-{mm}-{dd}");

    static Values of(Collection<String> wanted) {
      Set<String> texts = new HashSet<>();
      Set<BigDecimal> numbers = new HashSet<>();
      for (String value : wanted) {
        texts.add(lowerBoolean(value));
        number(value).ifPresent(numbers::add);
        date(value).ifPresent(texts::add);
      }
      return new Values(texts, numbers);
    }

    boolean contain(String value) {
      return texts.contains(lowerBoolean(value))
          || (!numbers.isEmpty() && number(value).filter(numbers::contains).isPresent());
    }

    private static String lowerBoolean(String text) {
      boolean isBoolean = text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
      return isBoolean ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** The other form in which folders have dates: {@code 20240501} for {@code 2024-05-01}. */
    private static Optional<String> date(String text) {
      boolean isDate = DATE.read(List.of(text)) instanceof DateLevels.Level.Within;
      return isDate ? Optional.of(text.replace("-", "")) : Optional.empty();
    }

    /** Numbers as SQL prints them: of limited length, so that long digits cost nothing. */
    private static Optional<BigDecimal> number(String text) {
      if (text.isEmpty() || text.length() > 64 || !WholeNumber.isDigit(lastChar(text))) {
        return Optional.empty();
      }
      try {
        return Optional.of(new BigDecimal(text).stripTrailingZeros());
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private static char lastChar(String text) {
      return text.charAt(text.length() - 1);
    }
  }
}
