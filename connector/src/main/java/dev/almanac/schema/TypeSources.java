package dev.almanac.schema;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/**
 * What is known of the type of a simple column: what the files declare that have types, and what
 * was inferred from text. A type that was inferred from a sample says how the values of one file
 * look, not what they may be; so it gives way, as in Spark's own inference over all files at once:
 *
 * <ul>
 *   <li>numbers of any two types are {@code DOUBLE}, unless one type holds both exactly
 *   <li>{@code TIMESTAMP_NTZ} and {@code TIMESTAMP} are {@code TIMESTAMP}
 *   <li>to a declared type, where text of the inferred one can be read as that
 * </ul>
 *
 * <p>Declared types are widened only where no value changes, see {@link Widening}.
 *
 * @param declared {@code VOID} where no file declares one
 * @param inferred {@code VOID} where it was not inferred from any
 */
record TypeSources(DataType declared, DataType inferred) {

  static final TypeSources NONE = new TypeSources(DataTypes.NullType, DataTypes.NullType);

  /** With the type that one more file has; empty where that cannot be. */
  Optional<TypeSources> with(DataType type, boolean isInferred) {
    Optional<TypeSources> both =
        isInferred
            ? ofText(inferred, type).map(common -> new TypeSources(declared, common))
            : Widening.common(declared, type).map(common -> new TypeSources(common, inferred));
    return both.filter(sources -> sources.common().isPresent());
  }

  /** The type that all files can be read with. */
  Optional<DataType> common() {
    return Widening.common(declared, inferred).or(this::yielding);
  }

  private Optional<DataType> yielding() {
    if (inferred instanceof NumericType && Widening.isSafe(declared, DataTypes.DoubleType)) {
      return Optional.of(DataTypes.DoubleType);
    }
    return inferred instanceof TimestampNTZType && declared instanceof TimestampType
        ? Optional.of(declared)
        : Optional.empty();
  }

  private static Optional<DataType> ofText(DataType a, DataType b) {
    Optional<DataType> exact = Widening.common(a, b);
    if (exact.isPresent()) {
      return exact;
    }
    if (a instanceof NumericType && b instanceof NumericType) {
      return Optional.of(DataTypes.DoubleType);
    }
    return isTimestamp(a) && isTimestamp(b)
        ? Optional.of(DataTypes.TimestampType)
        : Optional.empty();
  }

  private static boolean isTimestamp(DataType type) {
    return type instanceof TimestampType || type instanceof TimestampNTZType;
  }
}
