package dev.almanac.sql;

import dev.almanac.temporal.Token;
import dev.almanac.temporal.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits SQL into tokens where Spark's lexer does, as far as it matters for finding a clause:
 * strings, quoted identifiers and comments are each passed over whole.
 */
public final class SqlLexer {

  private static final Pattern BARE_DATE = Pattern.compile("\\d+-\\d+-\\d+(?![\\p{L}\\d_])");
  private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$[A-Za-z]*\\$");
  private static final List<String> LONG_SYMBOLS = List.of("/*+", "*/", "|>", "=>", "::");

  private final String sql;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  private SqlLexer(String sql) {
    this.sql = sql;
  }

  /** The tokens of the text, and one of kind END behind them. */
  public static List<Token> tokens(String sql) {
    SqlLexer lexer = new SqlLexer(sql);
    while (lexer.position < sql.length()) {
      lexer.next();
    }
    lexer.add(Kind.END, "", sql.length());
    return List.copyOf(lexer.tokens);
  }

  private void next() {
    char c = sql.charAt(position);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      position++;
    } else if (at("--")) {
      skipLine();
    } else if (at("/*") && !at("/*+")) {
      skipComment();
    } else if (c == '\'' || c == '"') {
      string(position + 1, true);
    } else if ((c == 'r' || c == 'R') && isQuote(position + 1)) {
      string(position + 2, false);
    } else if (c == '`') {
      backquoted();
    } else if (c == '$') {
      dollarQuoted();
    } else if (isWordPart(c)) {
      word();
    } else if (c == '?') {
      add(Kind.PARAMETER, position + 1);
    } else if (c == ':' && startsName(position + 1)) {
      add(Kind.PARAMETER, position + 1 + wordLength(position + 1));
    } else {
      symbol();
    }
  }

  /** A line comment goes on after a line break that a backslash precedes. */
  private void skipLine() {
    while (position < sql.length() && sql.charAt(position) != '\n') {
      position += at("\\\n") ? 2 : 1;
    }
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (at("/*") && !at("/*+")) {
        depth++;
        position += 2;
      } else if (at("*/")) {
        depth--;
        position += 2;
      } else {
        position++;
      }
    } while (depth > 0 && position < sql.length());
  }

  private void string(int from, boolean escapes) {
    char quote = sql.charAt(from - 1);
    int end = from;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      if (c == '\\' && escapes) {
        end += 2;
      } else if (c != quote) {
        end++;
      } else if (escapes && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
        end += 2;
      } else {
        add(Kind.LITERAL, sql.substring(from, end), end + 1);
        return;
      }
    }
    symbol(); // without an end: as Spark does, the quote is a token that nothing expects
  }

  private void backquoted() {
    int end = position + 1;
    while (true) {
      end = sql.indexOf('`', end);
      if (end < 0) {
        symbol();
        return;
      }
      if (end + 1 == sql.length() || sql.charAt(end + 1) != '`') {
        String name = sql.substring(position + 1, end).replace("``", "`");
        add(Kind.QUOTED, name, end + 1);
        return;
      }
      end += 2;
    }
  }

  private void dollarQuoted() {
    Matcher tag = DOLLAR_QUOTE.matcher(sql).region(position, sql.length());
    int end = tag.lookingAt() ? sql.indexOf(tag.group(), tag.end()) : -1;
    if (end < 0) {
      symbol();
    } else {
      add(Kind.LITERAL, sql.substring(tag.end(), end), end + tag.group().length());
    }
  }

  private void word() {
    Matcher date = BARE_DATE.matcher(sql).region(position, sql.length());
    if (date.useTransparentBounds(true).lookingAt()) {
      add(Kind.LITERAL, date.end());
      return;
    }
    int end = position + wordLength(position);
    boolean digits = sql.substring(position, end).chars().allMatch(c -> c >= '0' && c <= '9');
    add(digits ? Kind.NUMBER : Kind.WORD, end);
  }

  private void symbol() {
    int length = LONG_SYMBOLS.stream().filter(this::at).findFirst().map(String::length).orElse(1);
    add(Kind.SYMBOL, position + length);
  }

  private void add(Kind kind, int end) {
    add(kind, sql.substring(position, end), end);
  }

  private void add(Kind kind, String text, int end) {
    tokens.add(new Token(kind, text, position, end));
    position = end;
  }

  private boolean at(String text) {
    return sql.startsWith(text, position);
  }

  private boolean isQuote(int index) {
    return index < sql.length() && (sql.charAt(index) == '\'' || sql.charAt(index) == '"');
  }

  private boolean startsName(int index) {
    return index < sql.length() && isWordPart(sql.charAt(index));
  }

  private int wordLength(int from) {
    int end = from;
    while (startsName(end)) {
      end++;
    }
    return end - from;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
  }
}
