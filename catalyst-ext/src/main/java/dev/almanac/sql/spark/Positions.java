package dev.almanac.sql.spark;

import dev.almanac.sql.TextPosition;
import java.util.Optional;
import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;
import scala.Some;

/** Places in a text, to and from the pairs of options in which Spark has them. */
final class Positions {

  private Positions() {}

  static Optional<TextPosition> of(Option<Object> line, Option<Object> column) {
    return line.isDefined() && column.isDefined()
        ? Optional.of(new TextPosition((Integer) line.get(), (Integer) column.get()))
        : Optional.empty();
  }

  static Option<Object> line(Optional<TextPosition> place) {
    return place.map(TextPosition::line).<Option<Object>>map(Some::new).orElse(Option.empty());
  }

  static Option<Object> column(Optional<TextPosition> place) {
    return place.map(TextPosition::column).<Option<Object>>map(Some::new).orElse(Option.empty());
  }

  /** An origin that knows nothing but a place. */
  static Origin origin(TextPosition place) {
    return new Origin(
        new Some<>(place.line()),
        new Some<>(place.column()),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
