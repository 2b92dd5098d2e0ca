package dev.almanac.sql.spark;

import org.apache.spark.sql.catalyst.analysis.PlanWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.RelationTimeTravel;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.catalyst.trees.TreePattern;
import scala.Function1;
import scala.runtime.AbstractPartialFunction;

/**
 * Time travel of tables that are named by an expression, {@code IDENTIFIER(..)}. Spark parses it
 * but never finds the expression inside: its time travel hides what it holds. So the two are
 * exchanged, and the name is found first.
 *
 * <p>Needs the analyzer's own plans, for which there is no public interface. Plans without time
 * travel are not walked over.
 */
public final class IdentifierTimeTravel extends Rule<LogicalPlan> {

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.containsPattern(TreePattern.RELATION_TIME_TRAVEL())
        ? plan.transformDownWithSubqueries(new Exchange())
        : plan;
  }

  private static final class Exchange extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return plan instanceof RelationTimeTravel travel
          && travel.relation() instanceof PlanWithUnresolvedIdentifier;
    }

    @Override
    public <A extends LogicalPlan, B> B applyOrElse(A plan, Function1<A, B> otherwise) {
      @SuppressWarnings("unchecked") // B is a supertype of what the function gives: LogicalPlan
      B result =
          isDefinedAt(plan)
              ? (B) exchanged((RelationTimeTravel) (LogicalPlan) plan)
              : otherwise.apply(plan);
      return result;
    }

    private static LogicalPlan exchanged(RelationTimeTravel travel) {
      PlanWithUnresolvedIdentifier named = (PlanWithUnresolvedIdentifier) travel.relation();
      return new PlanWithUnresolvedIdentifier(
          named.identifierExpr(),
          named.children(),
          (name, children) ->
              new RelationTimeTravel(
                  named.planBuilder().apply(name, children), travel.timestamp(), travel.version()));
    }
  }
}
