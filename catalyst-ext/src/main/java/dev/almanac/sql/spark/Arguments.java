package dev.almanac.sql.spark;

import dev.almanac.sql.Rewriting;
import dev.almanac.sql.Rewriting.Edit;
import dev.almanac.temporal.ClauseException;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.HybridParameterContext;
import org.apache.spark.sql.catalyst.parser.NamedParameterContext;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParameterHandler;
import org.apache.spark.sql.catalyst.parser.PositionMapper;
import org.apache.spark.sql.catalyst.parser.PositionalParameterContext;
import org.apache.spark.sql.internal.SQLConf;
import scala.Tuple2;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * The values of a statement's parameters.
 *
 * <p>Spark (4.1 and later) puts the values of parameters into the text before it parses it, which
 * needs a text that it can parse. Those in a clause are therefore taken out first, and the others
 * are put in here, by Spark's own internal function: only so can errors be about the user's text,
 * in which neither has happened.
 */
final class Arguments {

  private static final Pattern MARKER = Pattern.compile("[?:]");

  private final ParameterContext context;

  /** The positional parameters that stand in clauses, by their order in the statement. */
  private final Set<Integer> taken = new TreeSet<>();

  private Arguments(ParameterContext context) {
    this.context = context;
  }

  static Arguments none() {
    return new Arguments(noParameters());
  }

  static Arguments of(ParameterContext context) {
    return new Arguments(context);
  }

  private static ParameterContext noParameters() {
    return new NamedParameterContext(Map$.MODULE$.empty());
  }

  /** The value of a marker in a clause, and takes note that it is not one of Spark's any more. */
  Function<Token, Point> values(List<Token> tokens) {
    return marker ->
        Parameters.point(
            marker,
            marker.text().equals("?")
                ? positional(marker, tokens)
                : named(marker.text().substring(1)));
  }

  private Optional<Expression> positional(Token marker, List<Token> tokens) {
    if (isLegacy()) {
      throw new ClauseException(
          marker.start(),
          marker.end(),
          "with spark.sql.legacy.parameterSubstitution.constantsOnly, a clause takes named"
              + " parameters only");
    }
    int index =
        (int)
            tokens.stream()
                .filter(token -> token.kind() == Token.Kind.PARAMETER)
                .filter(token -> token.text().equals("?") && token.start() < marker.start())
                .count();
    Seq<Expression> values;
    if (context instanceof PositionalParameterContext positional) {
      values = positional.params();
    } else if (context instanceof HybridParameterContext hybrid) {
      values = hybrid.args();
    } else {
      return Optional.empty();
    }
    taken.add(index);
    return index < values.size() ? Optional.of(values.apply(index)) : Optional.empty();
  }

  private Optional<Expression> named(String name) {
    if (context instanceof NamedParameterContext named) {
      return OptionConverters.toJava(named.params().get(name));
    }
    if (context instanceof HybridParameterContext hybrid) {
      int index = hybrid.paramNames().indexOf(name);
      return index < 0 ? Optional.empty() : Optional.of(hybrid.args().apply(index));
    }
    return Optional.empty();
  }

  /** The rewritten statement with all other values in it. */
  Rewriting bind(Rewriting rewriting) throws AnalysisException {
    if (isLegacy() || !MARKER.matcher(rewriting.text()).find()) {
      return rewriting;
    }
    Tuple2<String, PositionMapper> bound =
        ParameterHandler.substituteParameters(rewriting.text(), others());
    List<Edit> edits =
        CollectionConverters.asJava(bound._2().substitutions()).stream()
            .map(value -> new Edit(value.start(), value.end(), value.replacement()))
            .toList();
    return rewriting.then(edits);
  }

  /** What is left for the parser to put in. */
  ParameterContext unbound() {
    return isLegacy() ? context : noParameters();
  }

  private ParameterContext others() {
    if (context instanceof PositionalParameterContext positional) {
      return new PositionalParameterContext(without(positional.params()));
    }
    if (context instanceof HybridParameterContext hybrid) {
      return new HybridParameterContext(without(hybrid.args()), without(hybrid.paramNames()));
    }
    return context;
  }

  private <T> Seq<T> without(Seq<T> values) {
    List<T> others = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!taken.contains(i)) {
        others.add(values.apply(i));
      }
    }
    return CollectionConverters.asScala(others).toSeq();
  }

  private static boolean isLegacy() {
    return SQLConf.get().legacyParameterSubstitutionConstantsOnly();
  }
}
