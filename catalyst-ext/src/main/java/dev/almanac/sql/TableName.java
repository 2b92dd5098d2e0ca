package dev.almanac.sql;

import dev.almanac.sql.Clause.TableReference;
import dev.almanac.temporal.Token.Kind;
import java.util.OptionalInt;

/**
 * The name of a table among the tokens of a statement.
 *
 * @param start index of its first token
 * @param end index after its last token
 */
record TableName(int start, int end) {

  /** Reads a name of several parts, or {@code IDENTIFIER(..)}. */
  static TableName at(Tokens tokens, int start) {
    if (tokens.are(start, "IDENTIFIER", "(")) {
      return new TableName(start, tokens.afterParentheses(start + 1));
    }
    int end = start + 1;
    while ((tokens.are(end, ".") && tokens.isName(end + 1)) || isHyphen(tokens, end)) {
      end += 2;
    }
    return new TableName(start, end);
  }

  /** Spark reads a name with hyphens to say that it needs quotes, so this does too. */
  private static boolean isHyphen(Tokens tokens, int index) {
    Kind next = tokens.at(index + 1).kind();
    return tokens.are(index, "-")
        && tokens.endBefore(index) == tokens.at(index).start()
        && (next == Kind.WORD || next == Kind.NUMBER);
  }

  TableReference reference(Tokens tokens, Placement placement, int keyword) {
    return new TableReference(placement, keyword, tokens.at(start).start(), tokens.endBefore(end));
  }

  /** Where the clause behind the name begins, or behind the table's options and its alias. */
  OptionalInt clause(Tokens tokens, boolean takesAlias) {
    int index = end;
    if (takesAlias && !tokens.isClause(index)) {
      index = tokens.are(index, "WITH", "(") ? tokens.afterParentheses(index + 1) : index;
      if (tokens.are(index, "AS") && tokens.isName(index + 1)) {
        index = tokens.afterOptionalParentheses(index + 2);
      } else if (tokens.isAlias(index)) {
        index = tokens.afterOptionalParentheses(index + 1);
      }
    }
    return tokens.isClause(index) ? OptionalInt.of(index) : OptionalInt.empty();
  }
}
