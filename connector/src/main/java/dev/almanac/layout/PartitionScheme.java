package dev.almanac.layout;

import dev.almanac.layout.TemplateParser.InvalidTemplate;
import dev.almanac.temporal.DateRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a dataset is divided into folders: what must be listed for a date range, and where a listed
 * folder is. Immutable; equal schemes divide alike.
 *
 * <p>{@link SchemeDetector} makes them. What is inside a dated folder (frames, hours, segments) is
 * the same in every scheme and not known here: see {@link Contents}.
 */
public sealed interface PartitionScheme permits TemplateScheme, HiveScheme, UndatedScheme {

  /** Mabel's folders, which are a template. */
  String MABEL_TEMPLATE = "year_{yyyy}/month_{mm}/day_{dd}";

  /** For errors: what a partition scheme may be. */
  String VALID_FORMS =
      "It is mabel, none, hive, or a template: a path with {yyyy}, {mm} and {dd} in it, and {HH}"
          + " where there are hours, such as {yyyy}/{mm}/{dd}, {yyyy}-{mm}-{dd}, {yyyy}{mm}{dd},"
          + " events/{yyyy}/{mm}/{dd}/{HH} or"
          + " year_{yyyy}/month_{mm}/day_{dd}/by_hour/hour={HH}; {m}, {d} and {H} are numbers"
          + " without leading zeros.";

  /** As in the configuration: {@code mabel}, {@code none}, {@code hive}, or the template. */
  String name();

  /** Whether a date range can select from the dataset. */
  boolean dated();

  /** Whether frames, hours and segments are looked for in the folders of the scheme. */
  boolean framed();

  /**
   * The folders to list for a range. A month is listed as a whole where at least half of its days
   * are wanted, otherwise each day: one day is one folder, a year is twelve. The root is given only
   * for undated datasets, and where the date is not in the leading folders.
   *
   * <p>There are as many as the range has days or months, whether they exist or not: for ranges of
   * many years let {@link DayWalk#within} look first.
   */
  List<Folder> foldersFor(DateRange range);

  /** The levels of folders above the days; empty where the root has to be listed as a whole. */
  Optional<DateLevels> levels();

  /**
   * Where a folder is.
   *
   * @param folder relative to the root; empty for the root
   */
  Placement place(String folder);

  /** The columns that the scheme's folders always give the table, in order. */
  default List<PartitionColumn> columns() {
    return List.of();
  }

  /**
   * What is wrong with a configured scheme, and what is right; empty where nothing is wrong.
   *
   * @param text as in the configuration
   */
  static Optional<String> problem(String text) {
    if (List.of("mabel", "none", "hive").contains(text.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    if (text.isBlank()) {
      return Optional.of("To have it found out, leave the key out. " + VALID_FORMS);
    } else if (!text.equals(text.strip())) {
      return Optional.of("No folder's name begins or ends with a space. " + VALID_FORMS);
    }
    try {
      new TemplateParser(text).parse();
      return Optional.empty();
    } catch (InvalidTemplate e) {
      String why = e.getMessage();
      return Optional.of("As a template, " + why + ". " + VALID_FORMS);
    }
  }

  /** Mabel's scheme. */
  static PartitionScheme mabel() {
    return TemplateScheme.MABEL;
  }

  /** All files below the root, without dates and frames. */
  static PartitionScheme none() {
    return UndatedScheme.NONE;
  }

  /** Folders {@code key=value}, none of which is a date. */
  static PartitionScheme undatedHive() {
    return HiveScheme.UNDATED;
  }

  /** No dates, but frames, or segments, directly below the root. */
  static PartitionScheme undatedMabel() {
    return UndatedScheme.MABEL;
  }

  /**
   * A scheme whose days are where a template says. A text that is no template is refused as an
   * INVALID_OPTION.
   */
  static PartitionScheme template(String template) {
    return TemplateScheme.of(template);
  }
}
