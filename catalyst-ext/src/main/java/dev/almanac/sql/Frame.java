package dev.almanac.sql;

import java.util.Optional;

/**
 * What is known of the innermost open parenthesis, or of the statement, while it is walked over.
 */
final class Frame {

  /** What the parenthesis holds. */
  enum Kind {
    /** A whole statement, or what stands in a parenthesis where a relation is expected. */
    RELATION,
    /** The arguments of a table function. */
    TABLE_FUNCTION,
    /** An expression, or a subquery once {@code SELECT} or the like has been seen. */
    EXPRESSION
  }

  final Kind kind;

  /** Whether a query has begun, so that {@code FROM} and {@code FOR} are clauses of it. */
  boolean query;

  /** Whether a comma leads to another relation. */
  boolean from;

  /** Whether a statement began with MERGE, so that {@code USING} leads to a relation. */
  boolean merge;

  /** Whether the relation that was read last has its dates. */
  boolean dated;

  /** Where a relation is named next, if anywhere. */
  Optional<Placement> expected = Optional.empty();

  /** What a clause would stand behind, in words, if not behind a relation. */
  String behind = "";

  /** What follows is the parenthesis of this, rather than of an expression. */
  Kind opens = Kind.EXPRESSION;

  private Frame(Kind kind, boolean query) {
    this.kind = kind;
    this.query = query;
  }

  static Frame statement() {
    return new Frame(Kind.RELATION, true);
  }

  /** The frame of a parenthesis that opens now. */
  Frame open() {
    if (opens == Kind.TABLE_FUNCTION) {
      return new Frame(Kind.TABLE_FUNCTION, false);
    }
    Frame inner =
        new Frame(expected.isPresent() ? Kind.RELATION : Kind.EXPRESSION, expected.isPresent());
    inner.from = expected.isPresent();
    inner.expected = expected;
    return inner;
  }

  /** Takes note that the parenthesis is closed again. */
  void closed(Frame inner) {
    if (inner.kind != Kind.EXPRESSION) {
      leave(inner.kind == Kind.RELATION ? "a subquery" : "a function");
    }
    expected = Optional.empty();
    opens = Kind.EXPRESSION;
  }

  /** A relation is named next. */
  void expect(Placement placement) {
    expected = Optional.of(placement);
    dated = false;
    behind = "";
  }

  /** A place behind which no clause can stand. */
  void leave(String place) {
    expected = Optional.empty();
    dated = false;
    behind = place;
  }

  /** Another statement begins. */
  void restart() {
    leave("");
    query = true;
    from = false;
    merge = false;
  }
}
