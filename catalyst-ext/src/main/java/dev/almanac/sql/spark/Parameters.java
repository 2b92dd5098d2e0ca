package dev.almanac.sql.spark;

import dev.almanac.temporal.ClauseException;
import dev.almanac.temporal.Point;
import dev.almanac.temporal.Token;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;

/** Values of parameters, which Spark has as internal literals, as points in time. */
final class Parameters {

  private Parameters() {}

  /** A date is a day, a timestamp an instant, a string whatever a point can be. */
  static Point point(Token marker, Optional<Expression> value) {
    Expression expression =
        value.orElseThrow(() -> fault(marker, "has no value; pass one with spark.sql(text, args)"));
    if (!(expression instanceof Literal literal)) {
      throw fault(marker, "is not a constant");
    }
    if (literal.value() == null) {
      throw fault(marker, "is NULL");
    }
    if (literal.dataType() instanceof StringType) {
      return text(marker, literal.value().toString());
    }
    if (literal.dataType().equals(DataTypes.DateType)) {
      return new Point.Day(LocalDate.ofEpochDay((Integer) literal.value()));
    }
    if (literal.dataType().equals(DataTypes.TimestampType)) {
      return new Point.Moment(time(literal.value()), Optional.of(ZoneOffset.UTC));
    }
    if (literal.dataType().equals(DataTypes.TimestampNTZType)) {
      return new Point.Moment(time(literal.value()), Optional.empty());
    }
    throw fault(
        marker, "is of type " + literal.dataType().sql() + ", not a string, date or timestamp");
  }

  private static Point text(Token marker, String text) {
    try {
      return Point.parse(text);
    } catch (ClauseException fault) {
      throw fault(marker, "is '" + text + "': " + fault.reason());
    }
  }

  private static LocalDateTime time(Object micros) {
    Instant instant = Instant.EPOCH.plus((Long) micros, ChronoUnit.MICROS);
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static ClauseException fault(Token marker, String reason) {
    return new ClauseException(
        marker.start(), marker.end(), "the parameter " + marker.text() + " " + reason);
  }
}
