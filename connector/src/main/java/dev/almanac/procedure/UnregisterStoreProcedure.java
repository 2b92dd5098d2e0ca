package dev.almanac.procedure;

import dev.almanac.spark.Rows;
import dev.almanac.store.Stores;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** {@code unregister_store(prefix)}: as {@code DROP NAMESPACE}; the data stays. */
record UnregisterStoreProcedure(Supplier<Stores> stores) implements SystemProcedure {

  @Override
  public String name() {
    return "unregister_store";
  }

  @Override
  public String description() {
    return "Forgets a store that was registered while the session ran. Its data stays as it is.";
  }

  @Override
  public List<ProcedureParameter> parameters() {
    return List.of(Parameters.prefix());
  }

  @Override
  public StructType columns() {
    return new StructType().add("unregistered", DataTypes.BooleanType, false);
  }

  @Override
  public List<InternalRow> call(CallArguments arguments) {
    return List.of(Rows.of(stores.get().unregister(Parameters.prefix(arguments.text(0)))));
  }
}
