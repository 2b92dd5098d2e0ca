package dev.almanac.sql;

import dev.almanac.sql.Clause.TableReference;
import dev.almanac.sql.SelectionReader.Selection;
import dev.almanac.temporal.ClauseException;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.Token;
import dev.almanac.temporal.Token.Kind;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks over a statement and finds the temporal clauses in it.
 *
 * <p>It keeps just enough of the grammar in mind to know where a table is named: after {@code FROM}
 * and {@code JOIN}, after a comma among those, after {@code TABLE}, {@code MERGE .. USING}, {@code
 * DESCRIBE} and {@code SHOW COLUMNS}, each parenthesis for itself. So {@code FOR} in {@code
 * substring(x FROM 1 FOR 2)}, in {@code PIVOT (.. FOR ..)} and in loops is never taken for a
 * clause.
 */
final class ClauseFinder {

  private static final Set<String> ENDS_FROM =
      Set.of(
          ("WHERE GROUP HAVING ORDER SORT CLUSTER DISTRIBUTE WINDOW LIMIT OFFSET UNION EXCEPT MINUS"
                  + " INTERSECT SET DO SELECT")
              .split(" "));

  private static final Set<String> BEHIND_RELATIONS =
      Set.of("ON", "TABLESAMPLE", "PIVOT", "UNPIVOT");

  private static final Set<String> WRITES = Set.of("INTO", "OVERWRITE", "UPDATE");

  /** Before {@code TABLE}, where it is no query. */
  private static final Set<String> DEFINES =
      Set.of(
          ("CREATE REPLACE DROP ALTER INTO OVERWRITE TRUNCATE REFRESH CACHE LAZY UNCACHE ANALYZE"
                  + " REPAIR EXTERNAL TEMPORARY TEMP ON LOCK RETURNS")
              .split(" "));

  private static final Set<String> NO_TABLE =
      Set.of(
          ("SELECT WITH VALUES FROM TABLE MAP REDUCE QUERY FUNCTION PROCEDURE NAMESPACE DATABASE"
                  + " SCHEMA CATALOG STREAM LATERAL")
              .split(" "));

  private static final String WRITTEN = "a table that is not read";

  private final Tokens tokens;
  private final SelectionReader reader;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Clause> clauses = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int position;
  private int tableKeyword;

  ClauseFinder(Tokens tokens, Function<Token, Point> parameters, ZoneId zone) {
    this.tokens = tokens;
    this.reader = new SelectionReader(tokens, parameters, zone);
  }

  Findings find() {
    frames.push(Frame.statement());
    while (tokens.at(position).kind() != Kind.END) {
      step(frames.peek());
    }
    return new Findings(tokens.sql(), clauses, faults);
  }

  private void step(Frame frame) {
    Token token = tokens.at(position);
    if (token.is("(")) {
      frames.push(frame.open());
      position++;
    } else if (token.is(")")) {
      close();
    } else if (token.is(";")) {
      frame.restart();
      position++;
    } else if (token.is(",") && frame.from) {
      frame.expect(Placement.RELATION);
      position++;
    } else if (token.is("|>")) {
      frame.from = false;
      frame.leave("");
      position++;
    } else if (frame.expected.isPresent() && startsRelation()) {
      relation(frame, frame.expected.get());
    } else if (token.kind() == Kind.WORD && !tokens.isPartOfName(position)) {
      keyword(frame, token.text().toUpperCase(Locale.ROOT));
    } else {
      position++;
    }
  }

  private void close() {
    position++;
    if (frames.size() > 1) {
      Frame inner = frames.pop();
      frames.peek().closed(inner);
    }
  }

  private boolean startsRelation() {
    return tokens.isName(position)
        && (tokens.isPartOfName(position) || !tokens.isOneOf(position, NO_TABLE));
  }

  private void keyword(Frame frame, String word) {
    boolean first = tokens.are(position - 1, "(");
    frame.query |= first && Set.of("FROM", "WITH", "TABLE", "VALUES").contains(word);
    int here = position++;
    if (tokens.startsStatement(here)) {
      frame.merge = word.equals("MERGE");
    }
    switch (word) {
      case "FROM" -> from(frame, here);
      case "JOIN" -> frame.expect(Placement.RELATION);
      case "TABLE" -> table(frame, here);
      case "FOR" -> otherFor(frame, here);
      case "LATERAL" -> {
        if (tokens.are(position, "VIEW")) {
          leave(frame, "LATERAL VIEW");
        }
      }
      case "USING" -> {
        if (frame.merge && !tokens.are(position, "(")) {
          frame.expect(Placement.MERGE_SOURCE);
        }
      }
      case "DESCRIBE", "DESC", "SHOW" -> described(frame, here);
      default -> place(frame, here, word);
    }
  }

  private void place(Frame frame, int here, String word) {
    if (tokens.isTimeTravel(here)) {
      frame.dated = true;
    } else if (ENDS_FROM.contains(word)) {
      leave(frame, word);
      frame.query |= word.equals("SELECT");
    } else if (BEHIND_RELATIONS.contains(word)) {
      frame.leave(word);
    } else if (WRITES.contains(word)) {
      frame.leave(WRITTEN);
    } else if (!word.equals("STREAM")) {
      frame.expected = Optional.empty();
    }
  }

  private static void leave(Frame frame, String place) {
    frame.from = false;
    frame.leave(place);
  }

  private void from(Frame frame, int here) {
    boolean distinct =
        tokens.are(here - 1, "DISTINCT")
            && (tokens.are(here - 2, "IS") || tokens.are(here - 2, "NOT"));
    if (tokens.are(here - 1, "DELETE")) {
      frame.leave(WRITTEN);
    } else if (frame.query && !distinct) {
      frame.from = true;
      frame.expect(Placement.RELATION);
    }
  }

  private void table(Frame frame, int here) {
    tableKeyword = tokens.at(here).start();
    boolean argument = frame.kind == Frame.Kind.TABLE_FUNCTION;
    if (tokens.isOneOf(here - 1, DEFINES)) {
      frame.leave(WRITTEN);
    } else if (!tokens.are(position, "(")) {
      frame.expect(argument ? Placement.TABLE_ARGUMENT : Placement.TABLE_QUERY);
    } else if (argument) {
      frame.expect(Placement.TABLE_ARGUMENT_IN_PARENTHESES);
    }
  }

  /** {@code DESCRIBE [TABLE] [EXTENDED] t} and {@code SHOW COLUMNS FROM t}. */
  private void described(Frame frame, int here) {
    if (!tokens.startsStatement(here)) {
      return;
    }
    if (tokens.are(here, "SHOW")) {
      if (!tokens.are(position, "COLUMNS")) {
        return;
      }
      position += 2;
    } else {
      while (tokens.isOneOf(position, Set.of("TABLE", "EXTENDED", "FORMATTED"))) {
        position++;
      }
    }
    if (startsRelation()) {
      relation(frame, Placement.DESCRIBED);
    }
  }

  /** A name, where a relation can stand, with the clause behind it or behind its alias. */
  private void relation(Frame frame, Placement placement) {
    frame.expect(placement);
    frame.expected = Optional.empty();
    TableName name = TableName.at(tokens, position);
    position = name.end();
    if (tokens.are(position, "(")) {
      frame.opens = Frame.Kind.TABLE_FUNCTION;
    } else {
      name.clause(tokens, placement != Placement.DESCRIBED)
          .ifPresent(
              index -> clause(frame, name.reference(tokens, placement, tableKeyword), index));
    }
  }

  private void clause(Frame frame, TableReference table, int index) {
    int start = tokens.at(index).start();
    try {
      Selection selection = reader.read(index);
      position = selection.next();
      clauses.add(new Clause(table, start, tokens.endBefore(position), selection.version()));
      frame.dated = true;
    } catch (ClauseException exception) {
      FaultyClause faulty = new FaultyClause(tokens, index, exception);
      position = faulty.next();
      faults.add(
          new Fault(start, tokens.endBefore(position), exception.reason(), faulty.isEvident()));
    }
  }

  /** A {@code FOR} that follows no table: part of other SQL, or a clause in a wrong place. */
  private void otherFor(Frame frame, int here) {
    if (tokens.isTimeTravel(position)) {
      frame.dated = true;
      position += 3;
    } else if (frame.query && !belongsToScript(here) && tokens.isClause(here)) {
      try {
        int next = reader.read(here).next();
        boolean twice = frame.dated && frame.behind.isEmpty();
        int start = tokens.at(here).start();
        faults.add(new Fault(start, tokens.endBefore(next), reason(frame), twice));
        position = next;
      } catch (ClauseException noClause) {
        // Not one of ours: Spark's own error stands.
      }
    }
  }

  private static String reason(Frame frame) {
    if (!frame.behind.isEmpty()) {
      return "it stands after " + frame.behind;
    }
    return frame.dated
        ? "the table before it has its dates already"
        : "it does not stand after a table";
  }

  /** {@code FOR x AS ..}, {@code END FOR}, {@code HANDLER FOR}, {@code CONDITION FOR}. */
  private boolean belongsToScript(int here) {
    return tokens.startsStatement(here)
        || tokens.isOneOf(here - 1, Set.of("END", "HANDLER", "CONDITION"));
  }
}
