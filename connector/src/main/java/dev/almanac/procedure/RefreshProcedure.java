package dev.almanac.procedure;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.StructType;

/** {@code refresh(dataset)}: as {@code REFRESH TABLE}. */
record RefreshProcedure(DatasetQueries queries) implements SystemProcedure {

  @Override
  public String name() {
    return "refresh";
  }

  @Override
  public String description() {
    return "Forgets what is remembered of a dataset's files, as REFRESH TABLE does.";
  }

  @Override
  public List<ProcedureParameter> parameters() {
    return List.of(Parameters.dataset());
  }

  @Override
  public StructType columns() {
    return new StructType();
  }

  @Override
  public List<InternalRow> call(CallArguments arguments) {
    queries.refresh(arguments.text(0));
    return List.of();
  }
}
