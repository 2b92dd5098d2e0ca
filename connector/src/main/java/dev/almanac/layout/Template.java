package dev.almanac.layout;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.layout.DateFields.Field;
import dev.almanac.layout.TemplateParser.InvalidTemplate;
import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where the days of a dataset are, as a path with fields in it: {@code {yyyy}/{mm}/{dd}}.
 *
 * <p>Fields are {@code {yyyy}}, {@code {mm}}, {@code {dd}}, {@code {HH}} (with leading zeros), and
 * {@code {m}}, {@code {d}}, {@code {H}} (without); the rest is literal. A field may be repeated,
 * and must then say the same. Elements up to the last with a part of the day are the day's folder.
 * Elements after that, with {@code {HH}}, are the hours' folders in it; a day need not have any.
 */
final class Template implements DateLevels {

  private final String text;
  private final List<TemplateElement> elements;
  private final int depth;
  private final int monthDepth;
  private final boolean hoursInDay;

  private Template(String text, List<TemplateElement> elements) {
    this.text = text;
    this.elements = List.copyOf(elements);
    this.depth = hasHoursBelowDay(elements) ? dayEnd(elements) : elements.size();
    this.monthDepth = monthEnd(elements);
    this.hoursInDay = elements.subList(0, depth).stream().anyMatch(e -> e.has(Field.HOUR));
  }

  /**
   * Reads a template; a text that is none is refused as an INVALID_OPTION, with the valid forms.
   */
  static Template parse(String text) {
    try {
      return new Template(text, new TemplateParser(text).parse());
    } catch (InvalidTemplate e) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Invalid partition-scheme '"
              + text
              + "': "
              + e.getMessage()
              + ". "
              + PartitionScheme.VALID_FORMS);
    }
  }

  /** How many elements make up the folder of a day. */
  @Override
  public int depth() {
    return depth;
  }

  @Override
  public Level read(List<String> path) {
    DateFields fields = new DateFields();
    int count = Math.min(path.size(), depth);
    if (!matches(path, 0, count, fields)) {
      return new Level.Outside(SkipReason.OUTSIDE_SCHEME);
    }
    return fields
        .span()
        .<Level>map(Level.Within::new)
        .orElse(new Level.Outside(SkipReason.IMPOSSIBLE_DATE));
  }

  /** Whether an element of the template has a date part, and the name its shape. */
  boolean mayHold(String name) {
    return elements.stream()
        .anyMatch(
            element -> {
              DateFields fields = new DateFields();
              return element.hasFields() && element.read(name, fields) && fields.span().isPresent();
            });
  }

  Placement place(String folder) {
    List<String> path = Elements.of(folder);
    DateFields fields = new DateFields();
    if (path.size() < depth || !matches(path, 0, depth, fields)) {
      return new Placement.Skipped(SkipReason.OUTSIDE_SCHEME);
    }
    if (!fields.isPossibleHour()) {
      return new Placement.Skipped(SkipReason.IMPOSSIBLE_HOUR);
    }
    Optional<DateSpan> span = fields.span();
    if (span.isEmpty()) {
      return new Placement.Skipped(SkipReason.IMPOSSIBLE_DATE);
    }
    LocalDate day = span.get().first();
    int used = depth;
    if (elements.size() > depth
        && path.size() >= elements.size()
        && matches(path, depth, elements.size(), fields)) {
      used = elements.size();
      if (!fields.isPossibleHour()) {
        return new Placement.Skipped(SkipReason.IMPOSSIBLE_HOUR);
      }
    }
    boolean hasHour = hoursInDay || used > depth;
    return new Placement.Slot(
        day,
        hasHour ? WholeNumber.of(fields.value(Field.HOUR)) : OptionalInt.empty(),
        Elements.first(used, folder),
        path.subList(used, path.size()));
  }

  /**
   * What to list for a range: a month as a whole where at least half of it is wanted, otherwise day
   * by day.
   */
  void addFolders(DateRange range, Consumer<Folder> folders) {
    LocalDate first = range.firstDay();
    LocalDate last = range.lastDay();
    for (YearMonth month = YearMonth.from(first);
        !month.atDay(1).isAfter(last);
        month = month.plusMonths(1)) {
      LocalDate from = month.atDay(1).isBefore(first) ? first : month.atDay(1);
      LocalDate to = month.atEndOfMonth().isAfter(last) ? last : month.atEndOfMonth();
      int wanted = to.getDayOfMonth() - from.getDayOfMonth() + 1;
      if (monthDepth > 0 && 2 * wanted >= month.lengthOfMonth()) {
        String path = fill(monthDepth, month.atDay(1), 0);
        folders.accept(new Folder(path, DateSpan.ofMonth(month)));
      } else {
        from.datesUntil(to.plusDays(1)).forEach(day -> addDay(day, range, folders));
      }
    }
  }

  private void addDay(LocalDate day, DateRange range, Consumer<Folder> folders) {
    Set<String> paths = new LinkedHashSet<>();
    if (hoursInDay) {
      for (int hour = 0; hour < 24; hour++) {
        if (range.containsHour(day, hour)) {
          paths.add(fill(depth, day, hour));
        }
      }
    } else {
      paths.add(fill(depth, day, 0));
    }
    paths.forEach(path -> folders.accept(new Folder(path, DateSpan.ofDay(day))));
  }

  private boolean matches(List<String> path, int from, int to, DateFields fields) {
    for (int i = from; i < to; i++) {
      if (!elements.get(i).read(path.get(i), fields)) {
        return false;
      }
    }
    return true;
  }

  private String fill(int count, LocalDate day, int hour) {
    DateFields fields = DateFields.of(day, hour);
    return Elements.join(elements.subList(0, count).stream().map(e -> e.fill(fields)).toList());
  }

  private static boolean hasHoursBelowDay(List<TemplateElement> elements) {
    return elements.subList(dayEnd(elements), elements.size()).stream()
        .anyMatch(element -> element.has(Field.HOUR));
  }

  private static int dayEnd(List<TemplateElement> elements) {
    int end = 0;
    for (int i = 0; i < elements.size(); i++) {
      TemplateElement element = elements.get(i);
      if (element.has(Field.YEAR) || element.has(Field.MONTH) || element.has(Field.DAY)) {
        end = i + 1;
      }
    }
    return end;
  }

  /** The fewest elements that name a month and nothing smaller; 0 where there are none such. */
  private static int monthEnd(List<TemplateElement> elements) {
    boolean year = false;
    boolean month = false;
    for (int i = 0; i < elements.size(); i++) {
      TemplateElement element = elements.get(i);
      if (element.has(Field.DAY) || element.has(Field.HOUR)) {
        return 0;
      }
      year |= element.has(Field.YEAR);
      month |= element.has(Field.MONTH);
      if (year && month) {
        return i + 1;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The template as written. */
  @Override
  public String toString() {
    return text;
  }
}
