package dev.almanac.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text of SQL cut at its semicolons, as Spark's lexer sees it: a semicolon inside a string, a
 * quoted identifier, a comment or a {@code BEGIN ... END} block ends nothing.
 *
 * @param statements the finished statements, without their semicolons and without empty ones
 * @param rest what stands after the last of them, where it is more than space and comments; else
 *     empty
 */
record SqlScript(List<String> statements, String rest) {

  /** What may stand after {@code END} where it ends something else than BEGIN or CASE. */
  private static final Set<String> OTHER_ENDS = Set.of("IF", "WHILE", "LOOP", "REPEAT", "FOR");

  SqlScript {
    statements = List.copyOf(statements);
  }

  static SqlScript of(String text) {
    return new Cutter(text).cut();
  }

  /** All statements, the last of which may lack its semicolon. */
  List<String> all() {
    List<String> all = new ArrayList<>(statements);
    if (!rest.isEmpty()) {
      all.add(rest);
    }
    return all;
  }

  /** Walks over the text once, token by token. */
  private static final class Cutter {
    private final String text;
    private final List<String> statements = new ArrayList<>();
    private int at;
    private int start; // of the statement at hand
    private int tokens; // of the statement at hand
    private boolean compound; // whether it is a BEGIN ... END block
    private int depth; // of BEGIN and CASE inside the block
    private String previous = ""; // its last token: a word in upper case, a sign, or a quote

    Cutter(String text) {
      this.text = text;
    }

    SqlScript cut() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (text.startsWith("--", at)) {
          skipLineComment();
        } else if (text.startsWith("/*", at)) {
          skipBlockComment();
        } else if (c == '\'' || c == '"') {
          skipString(c, previous.equals("R") && Character.toUpperCase(before()) == 'R');
          token("'");
        } else if (c == '`') {
          skipString(c, true);
          token("`");
        } else if (Character.isJavaIdentifierStart(c)) {
          token(word());
        } else if (c == ';') {
          semicolon();
        } else {
          at++;
          if (!Character.isWhitespace(c)) {
            token(String.valueOf(c));
          }
        }
      }
      return new SqlScript(statements, tokens == 0 ? "" : text.substring(start).strip());
    }

    private void token(String token) {
      compound |= token.equals("BEGIN") && (tokens == 0 || (tokens == 2 && previous.equals(":")));
      boolean ending = settleEnd(token);
      if (compound && !ending && (token.equals("BEGIN") || token.equals("CASE"))) {
        depth++;
      }
      tokens++;
      previous = token;
    }

    /** What an END ended shows in the token after it; says whether that token belongs to it. */
    private boolean settleEnd(String next) {
      if (!compound || !previous.equals("END")) {
        return false;
      }
      boolean other = OTHER_ENDS.contains(next);
      depth -= other ? 0 : 1;
      return other || next.equals("CASE");
    }

    private void semicolon() {
      token(";");
      if (depth == 0) {
        finish();
      }
      at++;
    }

    private void finish() {
      if (tokens > 1) { // more than the semicolon
        statements.add(text.substring(start, at).strip());
      }
      start = at + 1;
      tokens = 0;
      compound = false;
      depth = 0;
      previous = "";
    }

    private char before() {
      return at == 0 ? ' ' : text.charAt(at - 1);
    }

    private String word() {
      int from = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      return text.substring(from, at).toUpperCase(Locale.ROOT);
    }

    private void skipString(char quote, boolean raw) {
      at++;
      while (at < text.length() && text.charAt(at) != quote) {
        at += !raw && text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    }

    private void skipLineComment() {
      while (at < text.length() && text.charAt(at) != '\n') {
        at += text.startsWith("\\\n", at) ? 2 : 1; // Spark lets a comment go on after \
      }
    }

    private void skipBlockComment() {
      int level = 0;
      do {
        if (text.startsWith("/*", at)) {
          level++;
          at += 2;
        } else if (text.startsWith("*/", at)) {
          level--;
          at += 2;
        } else {
          at++;
        }
      } while (level > 0 && at < text.length());
      if (level > 0) {
        tokens++; // never closed: Spark shall say so
      }
    }
  }
}
