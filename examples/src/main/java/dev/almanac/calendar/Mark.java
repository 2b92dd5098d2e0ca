package dev.almanac.calendar;

import java.util.List;

/** What is drawn for a day. The legend has them in this order. */
enum Mark {
  SHADE_1('░', ':', Ink.GREEN, 1),
  SHADE_2('▒', '+', Ink.GREEN, 2),
  SHADE_3('▓', '*', Ink.GREEN, 3),
  SHADE_4('█', '#', Ink.GREEN, 4),
  SUPERSEDED_1('◔', '1', Ink.YELLOW, 1),
  SUPERSEDED_2('◑', '2', Ink.YELLOW, 2),
  SUPERSEDED_3('◕', '3', Ink.YELLOW, 3),
  SUPERSEDED_4('●', '4', Ink.YELLOW, 4),
  LACKS_HOURS('▞', '/', Ink.YELLOW),
  UNFINISHED('!', '!', Ink.YELLOW),
  EMPTY('○', 'o', Ink.GREEN),
  MISSING('·', '.', Ink.GREY),
  NO_DATA('∅', '0', Ink.RED),
  NO_COMPLETE_FRAME('×', 'x', Ink.RED),
  NO_HOUR_IN_RANGE('−', '-', Ink.GREY);

  static final List<Mark> SHADES = List.of(SHADE_1, SHADE_2, SHADE_3, SHADE_4);

  /** The shades of days that also have frames older than the one that is read. */
  static final List<Mark> SUPERSEDED =
      List.of(SUPERSEDED_1, SUPERSEDED_2, SUPERSEDED_3, SUPERSEDED_4);

  private final char unicode;
  private final char ascii;
  private final Ink ink;
  private final int shade; // from 1; 0 for what has none

  Mark(char unicode, char ascii, Ink ink) {
    this(unicode, ascii, ink, 0);
  }

  Mark(char unicode, char ascii, Ink ink, int shade) {
    this.shade = shade;
    this.unicode = unicode;
    this.ascii = ascii;
    this.ink = ink;
  }

  static Mark of(Day day, Shades shades) {
    return switch (day.state()) {
      case MISSING -> MISSING;
      case NO_DATA -> NO_DATA;
      case NO_COMPLETE_FRAME -> NO_COMPLETE_FRAME;
      case NO_HOUR_IN_RANGE -> NO_HOUR_IN_RANGE;
      case READ -> read(day, shades);
    };
  }

  private static Mark read(Day day, Shades shades) {
    long value = shades.measure().of(day);
    if (day.lacksHours()) {
      return LACKS_HOURS;
    } else if (day.incomplete() > 0) {
      return UNFINISHED;
    } else if (value == 0) {
      return EMPTY;
    }
    List<Mark> shaded = day.superseded() > 0 ? SUPERSEDED : SHADES;
    return shaded.get(shades.shade(value) - 1);
  }

  char glyph(Style style) {
    return style.unicode() ? unicode : ascii;
  }

  Ink ink() {
    return ink;
  }

  boolean superseded() {
    return SUPERSEDED.contains(this);
  }

  /** Whether two of it side by side are one larger area. */
  boolean fills() {
    return SHADES.contains(this);
  }

  /** What the legend says of it. */
  String meaning(Shades shades) {
    return switch (this) {
      case SHADE_1,
          SHADE_2,
          SHADE_3,
          SHADE_4,
          SUPERSEDED_1,
          SUPERSEDED_2,
          SUPERSEDED_3,
          SUPERSEDED_4 ->
          shades.meaning(shade);
      case LACKS_HOURS -> "read, hours are missing";
      case UNFINISHED -> "read, with an incomplete frame beside";
      case EMPTY -> "read, no " + shades.measure();
      case MISSING -> "missing";
      case NO_DATA -> "no data";
      case NO_COMPLETE_FRAME -> "no complete frame";
      case NO_HOUR_IN_RANGE -> "no hour in the range";
    };
  }
}
