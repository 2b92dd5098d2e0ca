package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.Rows;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Stores;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code register_store(prefix, location, options)}: as {@code CREATE NAMESPACE}. */
record RegisterStoreProcedure(Supplier<Stores> stores) implements SystemProcedure {

  @Override
  public String name() {
    return "register_store";
  }

  @Override
  public String description() {
    return "Registers a store for as long as the session lives, as CREATE NAMESPACE does.";
  }

  @Override
  public List<ProcedureParameter> parameters() {
    return List.of(
        Parameters.prefix(),
        Parameters.required("location", "Where the store is: a path or a URI."),
        Parameters.optional(
            "options",
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
            "Its other options, such as map('partition-scheme', 'mabel')."));
  }

  @Override
  public StructType columns() {
    return new StructType()
        .add("prefix", DataTypes.StringType, false)
        .add("location", DataTypes.StringType, false);
  }

  @Override
  public List<InternalRow> call(CallArguments arguments) {
    Map<String, String> options = arguments.map(2);
    if (options.keySet().stream().anyMatch(DatasetOptions.LOCATION::matches)) {
      throw AlmanacException.of(
          Condition.INVALID_STORE,
          "Cannot register store %s: its location is named twice, as an argument and in options. Leave it out of options."
              .formatted(arguments.text(0)));
    }
    options.put(DatasetOptions.LOCATION.key(), arguments.text(1));
    stores.get().register(Parameters.prefix(arguments.text(0)), options);
    return List.of(
        Rows.of(
            UTF8String.fromString(arguments.text(0)), UTF8String.fromString(arguments.text(1))));
  }
}
