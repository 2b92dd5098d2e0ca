package dev.almanac.temporal;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Version strings as tokens: like SQL, but that times need no quotes. */
final class VersionText {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:"
              + "'(?<single>(?:[^']++|'')*+)'"
              + "|\"(?<double>(?:[^\"]++|\"\")*+)\""
              + "|(?<bare>\\d+-\\d[\\d-]*"
              + "(?:[ Tt]\\s*\\d+:[\\d:]*(?:\\.\\d+)?(?:\\s*(?:[Zz]\\b|[+-]\\d[\\d:]*))?)?)"
              + "|(?<number>\\d+)"
              + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<symbol>\\.\\.|\\S)"
              + ")");

  private VersionText() {}

  /** Applies a rule of the grammar to the whole text; the error is one that users see. */
  static <T> T read(String text, Function<ClauseReader, T> rule) {
    try {
      return readClause(text, rule);
    } catch (ClauseException fault) {
      throw AlmanacException.of(
          Condition.INVALID_TEMPORAL_CLAUSE,
          "Cannot read the dates '%s': %s %s"
              .formatted(text.strip(), fault.sentence(), ClauseReader.ACCEPTED));
    }
  }

  /** Applies a rule of the grammar to the whole text; the error is a {@link ClauseException}. */
  static <T> T readClause(String text, Function<ClauseReader, T> rule) {
    ClauseReader reader = new ClauseReader(tokens(text), 0, VersionText::noParameter);
    T result = rule.apply(reader);
    if (reader.token().kind() != Token.Kind.END) {
      throw reader.unexpected("the end of the dates is expected");
    }
    return result;
  }

  private static Point noParameter(Token marker) {
    throw new ClauseException(
        marker.start(),
        marker.end(),
        "a version string takes no parameter, such as " + marker.text());
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher match = TOKEN.matcher(text);
    while (match.lookingAt()) {
      tokens.add(token(match));
      match.region(match.end(), text.length());
    }
    tokens.add(new Token(Token.Kind.END, "", text.length(), text.length()));
    return tokens;
  }

  private static Token token(Matcher match) {
    for (String quoted : List.of("single", "double", "bare")) {
      if (match.group(quoted) != null) {
        return token(match, quoted, Token.Kind.LITERAL);
      }
    }
    if (match.group("number") != null) {
      return token(match, "number", Token.Kind.NUMBER);
    }
    return match.group("word") != null
        ? token(match, "word", Token.Kind.WORD)
        : token(match, "symbol", Token.Kind.SYMBOL);
  }

  private static Token token(Matcher match, String group, Token.Kind kind) {
    return new Token(kind, match.group(group), match.start(group), match.end(group));
  }
}
