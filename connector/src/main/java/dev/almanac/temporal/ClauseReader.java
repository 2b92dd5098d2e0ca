package dev.almanac.temporal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the part of a clause that comes after {@code FOR} from tokens, and says how far it went.
 *
 * <pre>
 * point                    DATES BETWEEN point AND point      LAST n DAYS|HOURS|WEEKS|MONTHS
 * DATES IN range           DATES SINCE point                  n DAYS|WEEKS|MONTHS AGO
 * </pre>
 *
 * <p>Units may stand in the singular. Errors are {@link ClauseException}s at the faulty token.
 */
public final class ClauseReader {

  /** All forms, for the end of an error message. */
  public static final String ACCEPTED =
      "Accepted after FOR: 'YYYY-MM-DD', 'YYYY-MM-DD HH:MM[:SS][Z|+hh:mm]', DATE '..',"
          + " TIMESTAMP '..', YYYY-MM-DD, TODAY, YESTERDAY, MONDAY .. SUNDAY, LATEST, a parameter;"
          + " DATES BETWEEN point AND point; DATES SINCE point; DATES IN range, which is one of "
          + NamedRange.ACCEPTED
          + "; LAST n DAYS|HOURS|WEEKS|MONTHS; n DAYS|WEEKS|MONTHS AGO.";

  private final List<Token> tokens;
  private final Function<Token, Point> parameters;
  private int position;

  /**
   * @param tokens the text, ending with a token of kind END
   * @param position index of the first token after {@code FOR}
   * @param parameters the value of a parameter marker; throws {@link ClauseException} where that is
   *     no date
   */
  public ClauseReader(List<Token> tokens, int position, Function<Token, Point> parameters) {
    this.tokens = tokens;
    this.position = position;
    this.parameters = parameters;
  }

  /** Index of the first token that is not part of what was read. */
  public int position() {
    return position;
  }

  /** Reads one selection. */
  public DateSelection selection() {
    if (skip("DATES")) {
      return dates();
    }
    if (skip("LAST")) {
      return last();
    }
    return token().kind() == Token.Kind.NUMBER ? ago() : point();
  }

  /** Reads a selection as the canonical version strings write it, which leave out {@code DATES}. */
  DateSelection version() {
    if (token().is("BETWEEN") || token().is("SINCE")) {
      return dates();
    }
    if (token().kind() == Token.Kind.WORD) {
      Optional<NamedRange> range = NamedRange.named(token().text());
      if (range.isPresent()) {
        position++;
        return range.get();
      }
    }
    int start = position;
    DateSelection selection = selection();
    if (selection instanceof Point from && skip("..")) {
      return between(start, from, point());
    }
    return selection;
  }

  private DateSelection dates() {
    int start = position;
    if (skip("BETWEEN")) {
      Point from = point();
      expect("AND", "the first point of BETWEEN");
      return between(start, from, point());
    }
    if (skip("SINCE")) {
      return new DateSelection.Since(point());
    }
    if (!skip("IN")) {
      throw unexpected("BETWEEN, IN or SINCE is expected after DATES");
    }
    Token word = token();
    NamedRange range =
        NamedRange.named(word.text())
            .filter(found -> word.kind() == Token.Kind.WORD)
            .orElseThrow(
                () ->
                    unexpected(
                        "a range is expected after DATES IN", Suggestions.range(word.text())));
    position++;
    return range;
  }

  private DateSelection between(int start, Point from, Point to) {
    DateSelection.Between range = new DateSelection.Between(from, to);
    if (range.isAlwaysReversed()) {
      throw new ClauseException(
          tokens.get(start).start(),
          tokens.get(position - 1).end(),
          "the range " + range + " ends before it begins");
    }
    return range;
  }

  private DateSelection last() {
    Token number = token();
    if (number.kind() != Token.Kind.NUMBER) {
      throw unexpected("a whole number is expected after LAST");
    }
    int count = count(number);
    if (count == 0) {
      throw new ClauseException(number, "the number after LAST must be 1 or more");
    }
    position++;
    return new DateSelection.Last(count, unit("DAYS, HOURS, WEEKS or MONTHS"));
  }

  private DateSelection ago() {
    Token number = token();
    Token next = tokens.get(position + 1);
    if (CalendarUnit.named(next.text()).isEmpty()
        && (next.kind() != Token.Kind.WORD || number.text().length() == 8)) {
      throw new ClauseException(number, Suggestions.datedDigits(number.text()));
    }
    int count = count(number);
    position++;
    Token word = token();
    CalendarUnit unit = unit("DAYS, WEEKS or MONTHS");
    if (unit == CalendarUnit.HOURS) {
      throw new ClauseException(
          word, "DAYS, WEEKS or MONTHS is expected after " + count + ", not " + word.text());
    }
    expect("AGO", count + " " + word.text());
    return new DateSelection.Ago(count, unit);
  }

  private CalendarUnit unit(String units) {
    CalendarUnit unit =
        CalendarUnit.named(token().text())
            .filter(found -> token().kind() == Token.Kind.WORD)
            .orElseThrow(() -> unexpected(units + " is expected after the number"));
    position++;
    return unit;
  }

  private static int count(Token number) {
    try {
      return Integer.parseInt(number.text());
    } catch (NumberFormatException tooLarge) {
      throw new ClauseException(number, "the number " + number.text() + " is too large");
    }
  }

  /** Reads one point. */
  public Point point() {
    Token token = token();
    Token next = tokens.get(Math.min(position + 1, tokens.size() - 1));
    switch (token.kind()) {
      case LITERAL -> {
        position++;
        return PointText.read(token);
      }
      case PARAMETER -> {
        position++;
        return parameters.apply(token);
      }
      case NUMBER -> throw new ClauseException(token, Suggestions.datedDigits(token.text()));
      case WORD -> {
        if (next.kind() == Token.Kind.LITERAL && (token.is("DATE") || token.is("TIMESTAMP"))) {
          position += 2;
          return typed(token, next);
        }
        Point day =
            RelativeDay.named(token.text())
                .orElseThrow(() -> unexpected("a date is expected", Suggestions.day(token.text())));
        position++;
        return day;
      }
      default -> throw unexpected("a date is expected");
    }
  }

  private static Point typed(Token type, Token literal) {
    Point point = PointText.read(literal);
    if (type.is("DATE") && !(point instanceof Point.Day)) {
      throw new ClauseException(literal, "DATE takes a day without a time of day");
    }
    return type.is("TIMESTAMP") && point instanceof Point.Day day
        ? new Point.Moment(day.date().atStartOfDay(), Optional.empty())
        : point;
  }

  private void expect(String keyword, String after) {
    if (!skip(keyword)) {
      throw unexpected(keyword + " is expected after " + after);
    }
  }

  /** Goes over a keyword, if it is the next token. */
  boolean skip(String keyword) {
    if (!token().is(keyword)) {
      return false;
    }
    position++;
    return true;
  }

  Token token() {
    return tokens.get(position);
  }

  /** Whether the token after the next one is this keyword. */
  boolean peek(String keyword) {
    return tokens.get(Math.min(position + 1, tokens.size() - 1)).is(keyword);
  }

  ClauseException unexpected(String expected) {
    return unexpected(expected, "");
  }

  private ClauseException unexpected(String expected, String suggestion) {
    return new ClauseException(token(), expected + ", not " + token().shown() + suggestion);
  }
}
