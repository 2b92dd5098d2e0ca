package dev.almanac.calendar;

/**
 * What the output can show.
 *
 * @param width its columns
 * @param unicode whether it shows more than ASCII
 * @param color whether it shows colours
 */
public record Style(int width, boolean unicode, boolean color) {

  String paint(Mark mark, String glyphs) {
    return color ? mark.ink().paint(glyphs) : glyphs;
  }
}
