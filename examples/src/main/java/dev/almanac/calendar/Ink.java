package dev.almanac.calendar;

/** The colours of marks, which repeat what their glyphs say. */
enum Ink {
  GREEN(32),
  YELLOW(33),
  RED(31),
  GREY(90);

  private static final String RESET = "\u001b[0m";

  private final int code; // of ECMA-48's "select graphic rendition"

  Ink(int code) {
    this.code = code;
  }

  String paint(String text) {
    return "\u001b[" + code + "m" + text + RESET;
  }
}
