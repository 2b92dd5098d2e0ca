package dev.almanac.sql;

import dev.almanac.temporal.Token;
import dev.almanac.temporal.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens of a statement, with the questions that are asked of a place among them. */
record Tokens(String sql, List<Token> all) {

  /** What can follow a table's name without being its alias. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          ("AS FOR FROM WHERE JOIN ON USING INNER CROSS LEFT RIGHT FULL OUTER NATURAL SEMI ANTI"
                  + " LATERAL GROUP HAVING ORDER SORT CLUSTER DISTRIBUTE WINDOW LIMIT OFFSET UNION"
                  + " EXCEPT MINUS INTERSECT PIVOT UNPIVOT TABLESAMPLE SELECT INSERT SET WHEN WITH"
                  + " VALUES DO THEN ELSE END BEGIN LOOP UNTIL")
              .split(" "));

  private static final Set<String> BEFORE_STATEMENT =
      Set.of(";", ":", "BEGIN", "DO", "THEN", "ELSE", "LOOP", "REPEAT", "EXPLAIN");

  private static final Set<String> EXPLAIN_MODES =
      Set.of("EXTENDED", "CODEGEN", "COST", "FORMATTED", "LOGICAL");

  Token at(int index) {
    int last = all.size() - 1;
    return index < 0 || index > last ? all.get(last) : all.get(index);
  }

  /** Where the token before this one ends in the statement. */
  int endBefore(int index) {
    return at(index - 1).end();
  }

  /** Whether these keywords and symbols stand here, one after the other. */
  boolean are(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(index + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of these stands here. */
  boolean isOneOf(int index, Set<String> words) {
    return at(index).kind() != Kind.LITERAL
        && at(index).kind() != Kind.QUOTED
        && words.contains(at(index).text().toUpperCase(Locale.ROOT));
  }

  /** Whether an identifier can stand here, quoted or not. */
  boolean isName(int index) {
    Token token = at(index);
    return switch (token.kind()) {
      case WORD, QUOTED -> true;
      case LITERAL -> sql.charAt(token.start()) == '"';
      default -> false;
    };
  }

  /** Whether a word here is a part of a longer name, and so no keyword. */
  boolean isPartOfName(int index) {
    return are(index - 1, ".") || are(index + 1, ".");
  }

  /** Whether an alias stands here that no {@code AS} announces. */
  boolean isAlias(int index) {
    // FOR itself is no reserved word, and may be one.
    return isName(index) && (!endsRelation(index) || are(index, "FOR", "FOR"));
  }

  /** Whether a keyword stands here that comes after a relation and its alias. */
  boolean endsRelation(int index) {
    return isOneOf(index, NO_ALIAS);
  }

  /** Whether what stands here can be a part of a clause, if a faulty one. */
  boolean continuesClause(int index) {
    return switch (at(index).kind()) {
      case END -> false;
      case SYMBOL -> are(index, "-");
      case WORD -> !endsRelation(index);
      default -> true;
    };
  }

  /** Whether Spark's own time travel begins here, without the {@code FOR} that it may have. */
  boolean isTimeTravel(int index) {
    return isOneOf(index, Set.of("VERSION", "SYSTEM_VERSION", "TIMESTAMP", "SYSTEM_TIME"))
        && are(index + 1, "AS", "OF");
  }

  /** Whether {@code FOR} stands here and what follows is meant as a clause, well formed or not. */
  boolean isClause(int index) {
    return at(index).is("FOR")
        && !isTimeTravel(index + 1)
        && continuesClause(index + 1)
        && at(index + 1).kind() != Kind.QUOTED;
  }

  /** Whether a statement can begin here. */
  boolean startsStatement(int index) {
    return index == 0
        || isOneOf(index - 1, BEFORE_STATEMENT)
        || (isOneOf(index - 1, EXPLAIN_MODES) && are(index - 2, "EXPLAIN"));
  }

  /** The index after the parenthesis that closes the one here. */
  int afterParentheses(int index) {
    int depth = 0;
    for (int i = index; at(i).kind() != Kind.END; i++) {
      if (are(i, "(")) {
        depth++;
      } else if (are(i, ")") && --depth == 0) {
        return i + 1;
      }
    }
    return all.size() - 1;
  }

  /** Like {@link #afterParentheses}, and the same index where no parenthesis opens here. */
  int afterOptionalParentheses(int index) {
    return are(index, "(") ? afterParentheses(index) : index;
  }
}
