package dev.almanac.procedure;

import dev.almanac.spark.Rows;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.Store;
import dev.almanac.store.Stores;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code stores()}: what is registered. Options are not shown: they may hold secrets. */
record StoresProcedure(Supplier<Stores> stores) implements SystemProcedure {

  @Override
  public String name() {
    return "stores";
  }

  @Override
  public String description() {
    return "The catalog's stores.";
  }

  @Override
  public List<ProcedureParameter> parameters() {
    return List.of();
  }

  @Override
  public StructType columns() {
    return new StructType()
        .add("prefix", DataTypes.StringType, false)
        .add("connector", DataTypes.StringType, false)
        .add("location", DataTypes.StringType, false)
        .add("configured", DataTypes.BooleanType, false);
  }

  @Override
  public List<InternalRow> call(CallArguments arguments) {
    return stores.get().all().stream().map(StoresProcedure::row).toList();
  }

  private static InternalRow row(Store store) {
    return Rows.of(
        UTF8String.fromString(SqlNames.quoted(store.prefix())),
        UTF8String.fromString(store.connector()),
        UTF8String.fromString(store.location()),
        store.configured());
  }
}
