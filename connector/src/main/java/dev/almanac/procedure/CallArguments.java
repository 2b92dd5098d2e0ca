package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The arguments of a call, by the position of their parameters.
 *
 * @param row as Spark gives them, checked and in order
 * @param parameters with the types that the row has
 */
record CallArguments(InternalRow row, List<ProcedureParameter> parameters) {

  /** An argument that cannot be left out; empty text for SQL's null. */
  String text(int position) {
    return row.isNullAt(position) ? "" : row.getUTF8String(position).toString();
  }

  /**
   * A date, or a text that is one; empty where it was left out.
   *
   * @throws AlmanacException INVALID_TEMPORAL_CLAUSE for a text that is no date
   */
  Optional<LocalDate> date(int position) {
    if (row.isNullAt(position)) {
      return Optional.empty();
    }
    if (parameters.get(position).dataType() instanceof StringType) {
      return Optional.of(day(parameters.get(position).name(), text(position)));
    }
    return Optional.of(LocalDate.ofEpochDay(row.getInt(position)));
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw AlmanacException.of(
          Condition.INVALID_TEMPORAL_CLAUSE,
          "Cannot take '%s' for the argument %s: it takes a date, such as DATE'2024-01-31' or '2024-01-31'."
              .formatted(text, name));
    }
  }

  boolean flag(int position) {
    return !row.isNullAt(position) && row.getBoolean(position);
  }

  /** Empty where it was left out. */
  Map<String, String> map(int position) {
    Map<String, String> entries = new TreeMap<>();
    if (!row.isNullAt(position)) {
      MapData map = row.getMap(position);
      for (int i = 0; i < map.numElements(); i++) {
        UTF8String value = map.valueArray().getUTF8String(i);
        entries.put(
            map.keyArray().getUTF8String(i).toString(), value == null ? "" : value.toString());
      }
    }
    return entries;
  }
}
