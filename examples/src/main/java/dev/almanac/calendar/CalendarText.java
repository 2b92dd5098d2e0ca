package dev.almanac.calendar;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A calendar as text: a block for each year, or for less where the output is narrow, then what its
 * glyphs mean, and totals.
 *
 * @param measure what the shades mean
 * @param style what the output can show
 */
public record CalendarText(Measure measure, Style style) {

  private static final String GAP = "  ";

  /**
   * Draws days.
   *
   * @param title the first line
   * @param days every day from a first to a last, in order; at least one
   */
  public String of(String title, List<Day> days) {
    Shades shades = Shades.of(days, measure);
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.addAll(blocks(days, shades));
    lines.add("");
    lines.addAll(legend(days, shades));
    lines.add("");
    for (String line : Totals.of(days, measure == Measure.ROWS)) {
      lines.addAll(wrapped(List.of(line.split(" ")), " "));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Periods in a row of which there is nothing take one line together. */
  private List<String> blocks(List<Day> days, Shades shades) {
    Grid grid = Grid.fitting(style.width());
    List<String> lines = new ArrayList<>();
    LocalDate end = days.get(days.size() - 1).date();
    int at = 0;
    LocalDate skipped = null; // the first of a row of periods without anything
    for (LocalDate start = grid.period().start(days.get(0).date()); !start.isAfter(end); ) {
      LocalDate next = grid.period().next(start);
      Map<LocalDate, Mark> marks = new HashMap<>();
      boolean any = false;
      for (; at < days.size() && days.get(at).date().isBefore(next); at++) {
        any |= days.get(at).state() != DayState.MISSING;
        marks.put(days.get(at).date(), Mark.of(days.get(at), shades));
      }
      if (!any && skipped == null) {
        skipped = start;
      }
      if (skipped != null && (any || next.isAfter(end))) {
        lines.add("");
        lines.add(nothing(grid.period(), skipped, any ? start : next));
        skipped = null;
      }
      if (any) {
        lines.add("");
        lines.add(grid.period().title(start));
        lines.addAll(grid.lines(start, marks, style));
      }
      start = next;
    }
    return lines;
  }

  private static String nothing(Period period, LocalDate first, LocalDate end) {
    LocalDate last = period.start(end.minusDays(1));
    String name = period.title(first);
    return (last.equals(first) ? name : name + " .. " + period.title(last)) + GAP + "no days";
  }

  private List<String> legend(List<Day> days, Shades shades) {
    Set<Mark> used = EnumSet.noneOf(Mark.class);
    days.forEach(day -> used.add(Mark.of(day, shades)));
    if (used.stream().anyMatch(mark -> mark.fills() || mark.superseded())) {
      used.addAll(Mark.SHADES); // one alone says little
    }
    List<String> parts = new ArrayList<>();
    used.stream().filter(mark -> !mark.superseded()).forEach(mark -> parts.add(key(mark, shades)));
    if (used.stream().anyMatch(Mark::superseded)) {
      String glyphs = Mark.SUPERSEDED.stream().map(this::glyph).collect(joining());
      parts.add(glyphs + " the same, with superseded frames");
    }
    return wrapped(parts, GAP);
  }

  private String key(Mark mark, Shades shades) {
    return glyph(mark) + " " + mark.meaning(shades);
  }

  private String glyph(Mark mark) {
    return style.paint(mark, String.valueOf(mark.glyph(style)));
  }

  /** Parts in lines no longer than the output is wide, as far as they can be parted. */
  private List<String> wrapped(List<String> parts, String gap) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (String part : parts) {
      int wide = part.replaceAll("\u001b\\[[0-9]+m", "").length();
      if (columns > 0 && columns + gap.length() + wide > style.width()) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      }
      if (columns > 0) {
        line.append(gap);
        columns += gap.length();
      }
      line.append(part);
      columns += wide;
    }
    lines.add(line.toString());
    return lines;
  }
}
