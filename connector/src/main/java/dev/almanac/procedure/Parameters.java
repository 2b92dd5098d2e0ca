package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.SqlNames;
import java.util.List;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Makes parameters. */
final class Parameters {

  private Parameters() {}

  static ProcedureParameter required(String name, String comment) {
    return ProcedureParameter.in(name, DataTypes.StringType).comment(comment).build();
  }

  /** One that may be left out, or be null, which is the same. */
  static ProcedureParameter optional(String name, DataType type, String comment) {
    return ProcedureParameter.in(name, type)
        .defaultValue("CAST(NULL AS " + type.sql() + ")")
        .comment(comment)
        .build();
  }

  static ProcedureParameter dataset() {
    return required("dataset", "The dataset's name, such as 'sales.orders'.");
  }

  static ProcedureParameter from() {
    return optional("from", DataTypes.DateType, "The first day; unset: the first that there is.");
  }

  static ProcedureParameter to() {
    return optional("to", DataTypes.DateType, "The last day; unset: the last that there is.");
  }

  /**
   * The parts of a store's prefix.
   *
   * @throws AlmanacException INVALID_STORE for what is none
   */
  static List<String> prefix(String text) {
    List<String> parts = SqlNames.parse(text);
    if (parts.isEmpty()) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot look for the store '%s': this is no prefix. Write it as in SQL, such as 'sales' or 'sales.eu'."
              .formatted(text));
    }
    return parts;
  }

  static ProcedureParameter prefix() {
    return required("prefix", "What the names of the store's tables start with.");
  }
}
