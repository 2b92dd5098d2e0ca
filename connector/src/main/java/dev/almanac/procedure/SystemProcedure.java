package dev.almanac.procedure;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.types.StructType;

/** A procedure of the namespace {@code system}. It runs on the driver and gives one result. */
interface SystemProcedure {

  /** As in SQL. */
  String name();

  /** A sentence, for {@code DESCRIBE PROCEDURE}. */
  String description();

  List<ProcedureParameter> parameters();

  /** The result's columns. */
  StructType columns();

  List<InternalRow> call(CallArguments arguments);
}
