package dev.almanac.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with some parts replaced, that still knows where each place of the new text was in the old
 * one.
 */
public final class Rewriting {

  /**
   * One replaced part.
   *
   * @param start offset of the part in the old text
   * @param end offset after it; equal to {@code start} where text is put in
   * @param text what stands there now
   */
  public record Edit(int start, int end, String text) {}

  private final String original;
  private final List<Edit> edits;
  private final String text;

  private Rewriting(String original, List<Edit> edits) {
    this.original = original;
    this.edits = edits;
    this.text = apply();
  }

  /** The text after the edits, which may come in any order but must not overlap. */
  public static Rewriting of(String original, List<Edit> edits) {
    return new Rewriting(
        original, edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList());
  }

  private String apply() {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (Edit edit : edits) {
      result.append(original, from, edit.start()).append(edit.text());
      from = edit.end();
    }
    return result.append(original, from, original.length()).toString();
  }

  public String original() {
    return original;
  }

  /** The edits, ascending. */
  public List<Edit> edits() {
    return edits;
  }

  /** The new text. */
  public String text() {
    return text;
  }

  /** Where an offset of the new text lies in the old one: for a replaced part, at its start. */
  public int originalOffset(int offset) {
    int shift = 0;
    for (Edit edit : edits) {
      int start = edit.start() + shift;
      if (offset < start) {
        break;
      }
      if (offset < start + edit.text().length()) {
        return edit.start();
      }
      shift += edit.text().length() - (edit.end() - edit.start());
    }
    return offset - shift;
  }

  /** This rewriting and then some edits of its new text outside the parts replaced so far. */
  public Rewriting then(List<Edit> later) {
    List<Edit> all = new ArrayList<>(edits);
    for (Edit edit : later) {
      int start = originalOffset(edit.start());
      all.add(new Edit(start, start + edit.end() - edit.start(), edit.text()));
    }
    return of(original, all);
  }

  /**
   * A replacement that takes up the place of the text before, so that what stands behind it keeps
   * its line and, where the replacement is not the longer one, its column.
   */
  static String inPlaceOf(String before, String replacement) {
    int lastLine = before.lastIndexOf('\n') + 1;
    if (lastLine == 0) {
      return replacement + " ".repeat(Math.max(0, before.length() - replacement.length()));
    }
    long lines = before.chars().filter(c -> c == '\n').count();
    return replacement + "\n".repeat((int) lines) + " ".repeat(before.length() - lastLine);
  }
}
