package dev.almanac.temporal;

import java.util.Locale;

/**
 * A word, number or literal of a clause, with its place in the text that it was read from.
 *
 * @param kind what it is
 * @param text the content of a literal or quoted identifier, otherwise the text as written
 * @param start offset of its first character
 * @param end offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

  /** What a token is, as far as the clause is concerned. */
  public enum Kind {
    /** A keyword or an identifier. */
    WORD,
    /** An identifier in back quotes, which is no keyword. */
    QUOTED,
    /** Digits only. */
    NUMBER,
    /** A quoted string, or a date without quotes. */
    LITERAL,
    /** A parameter marker, {@code :name} or {@code ?}. */
    PARAMETER,
    /** Anything else. */
    SYMBOL,
    /** The end of the text; its own text is empty. */
    END
  }

  /** Whether it is this keyword, in any case. */
  public boolean is(String keyword) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(keyword);
  }

  /** The text as keywords are compared. */
  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** How an error names it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the text";
      case LITERAL -> "'" + text + "'";
      default -> text;
    };
  }
}
