package dev.almanac.sql.spark;

import dev.almanac.sql.Rewriting;
import dev.almanac.sql.TextPosition;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.SupportQueryContext;
import org.apache.spark.sql.catalyst.parser.PositionMapper;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.Origin;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import scala.Product;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lines and columns of what was parsed from a rewritten text, as in the user's text. Spark maps
 * offsets back by itself, see {@link Origins}, but not these, which errors show too.
 *
 * <p>A node has its origin from the moment it is made, and Spark's ways of copying a node keep it:
 * so the field is set in place, before anyone else has seen the plan.
 */
final class PlanPositions {

  /** Where nodes keep it; empty in a Spark that has it elsewhere: then columns stay as they are. */
  private static final Optional<Field> ORIGIN = originField();

  private final Rewriting rewriting;
  private final PositionMapper mapper; // by which origins of this text are known
  private final IdentityHashMap<Origin, Origin> mapped = new IdentityHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> waiting = new ArrayDeque<>();

  private PlanPositions(Rewriting rewriting, PositionMapper mapper) {
    this.rewriting = rewriting;
    this.mapper = mapper;
  }

  /** Corrects a plan, and all plans and expressions in it. */
  static void correct(LogicalPlan plan, Rewriting rewriting, PositionMapper mapper) {
    ORIGIN.ifPresent(field -> new PlanPositions(rewriting, mapper).walk(plan, field));
  }

  private void walk(LogicalPlan plan, Field field) {
    waiting.add(plan);
    while (!waiting.isEmpty()) {
      Object value = waiting.remove();
      if (!seen.add(value)) {
        continue;
      }
      if (value instanceof TreeNode<?> node) {
        correct(node, field);
      }
      // Plans and expressions are also in each other's arguments, not among the children only.
      if (value instanceof Iterable<?> values) {
        CollectionConverters.asJava(values).forEach(this::add);
      } else if (value instanceof Product product) {
        CollectionConverters.asJava(product.productIterator()).forEachRemaining(this::add);
      }
    }
  }

  private void add(Object value) {
    if (value instanceof Iterable<?> || value instanceof Product) {
      waiting.add(value);
    }
  }

  @SuppressWarnings("ReferenceEquality") // another parse of the same text has corrected its own
  private void correct(TreeNode<?> node, Field field) {
    Origin origin = node.origin();
    if (origin.positionMapper().isDefined() && origin.positionMapper().get() == mapper) {
      try {
        field.set(node, mapped.computeIfAbsent(origin, this::original));
        if (node instanceof SupportQueryContext expression) { // keeps what errors at run time show
          expression.queryContext_$eq(expression.initQueryContext());
        }
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e); // it was made accessible
      }
    }
  }

  private Origin original(Origin origin) {
    Optional<TextPosition> place =
        Positions.of(origin.line(), origin.startPosition())
            .map(
                at ->
                    TextPosition.of(
                        rewriting.original(),
                        rewriting.originalOffset(at.offset(rewriting.text()))));
    return new Origin(
        Positions.line(place),
        Positions.column(place),
        origin.startIndex(),
        origin.stopIndex(),
        origin.sqlText(),
        origin.objectType(),
        origin.objectName(),
        origin.stackTrace(),
        origin.pysparkErrorContext(),
        origin.positionMapper());
  }

  private static Optional<Field> originField() {
    try {
      Field field = TreeNode.class.getDeclaredField("origin");
      field.setAccessible(true);
      return Optional.of(field);
    } catch (NoSuchFieldException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
