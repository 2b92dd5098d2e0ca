package dev.almanac.layout;

import java.util.List;

/**
 * What a folder's name means <em>inside</em> a dataset, by the name alone.
 *
 * <p>Outside datasets the same names mean nothing: a dataset may be called {@code as_at_home} or
 * lie below {@code by_product/}. So this must be asked only of folders below a dataset's root;
 * whether a folder is such a root is for {@link SchemeDetector} to say, which looks at what is in
 * it.
 */
public enum PathKind {
  /** Part of a date: {@code year_2024}, {@code 2024}, {@code 05}, {@code 2024-05-01}, ... */
  DATE,
  /** {@code as_at_<stamp>}. */
  FRAME,
  /** {@code by_<field>}. */
  SEGMENTATION,
  /** {@code <key>=<value>}: a segment's value, or a Hive partition. */
  KEY_VALUE,
  /** Records that failed validation: never data. */
  BACKOUT,
  /** Starts with {@code _} or {@code .}: of tools, never data. */
  HIDDEN,
  /** None of these. */
  ORDINARY;

  static final String FRAME_PREFIX = "as_at_";
  static final String SEGMENTATION_PREFIX = "by_";
  static final String BACKOUT_NAME = "BACKOUT";

  private static final List<Template> DATES =
      List.of(
          Template.parse("year_{yyyy}/month_{mm}/day_{dd}"),
          Template.parse("{yyyy}/{mm}/{dd}"),
          Template.parse("{yyyy}-{mm}-{dd}"),
          Template.parse("{yyyy}{mm}{dd}"));

  /** The kind of a folder of this name (one path element). */
  public static PathKind of(String name) {
    if (isKeyValue(name)) {
      return KEY_VALUE;
    }
    if (isHidden(name)) {
      return HIDDEN;
    }
    if (name.equals(BACKOUT_NAME)) {
      return BACKOUT;
    }
    if (isFrame(name)) {
      return FRAME;
    }
    if (isSegmentation(name)) {
      return SEGMENTATION;
    }
    return DATES.stream().anyMatch(date -> date.mayHold(name)) ? DATE : ORDINARY;
  }

  static boolean isHidden(String name) {
    return name.startsWith("_") || name.startsWith(".");
  }

  static boolean isFrame(String name) {
    return name.startsWith(FRAME_PREFIX);
  }

  static boolean isSegmentation(String name) {
    return name.startsWith(SEGMENTATION_PREFIX) && name.length() > SEGMENTATION_PREFIX.length();
  }

  /** As Spark has it: a folder {@code _key=value} is a partition, not hidden. */
  static boolean isKeyValue(String name) {
    return name.indexOf('=') > 0 && !name.startsWith(".");
  }
}
