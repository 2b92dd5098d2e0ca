package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Stores;
import dev.almanac.store.Suggestion;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.procedures.BoundProcedure;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.connector.catalog.procedures.UnboundProcedure;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/** The procedures of a catalog, as Spark calls them. */
public final class SystemProcedures {

  private static final String NAMESPACE = "system";

  private final String catalog;
  private final List<SystemProcedure> procedures;

  /**
   * The procedures of a catalog.
   *
   * @param catalog its name
   * @param stores its stores, in step with the configuration whenever they are asked for
   */
  public SystemProcedures(String catalog, Supplier<Stores> stores) {
    DatasetQueries queries = new DatasetQueries(catalog);
    this.catalog = catalog;
    this.procedures =
        List.of(
            new CalendarProcedure(queries),
            new GapsProcedure(queries),
            new RefreshProcedure(queries),
            new RegisterStoreProcedure(stores),
            new StoresProcedure(stores),
            new UnregisterStoreProcedure(stores));
  }

  /**
   * The procedure of a name.
   *
   * @throws AlmanacException UNSUPPORTED where there is none
   */
  public UnboundProcedure load(Identifier ident) {
    if (isSystem(ident.namespace())) {
      for (SystemProcedure procedure : procedures) {
        if (procedure.name().equalsIgnoreCase(ident.name())) {
          return new Call(procedure);
        }
      }
    }
    List<String> names = procedures.stream().map(SystemProcedure::name).toList();
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot call %s.%s: there is no such procedure%s. The procedures of %s.system are: %s."
            .formatted(
                catalog,
                ident,
                Suggestion.among(ident.name(), names),
                catalog,
                String.join(", ", names)));
  }

  /** The procedures of a namespace. */
  public Identifier[] list(String[] namespace) {
    return isSystem(namespace)
        ? procedures.stream()
            .map(procedure -> Identifier.of(namespace, procedure.name()))
            .toArray(Identifier[]::new)
        : new Identifier[0];
  }

  private static boolean isSystem(String[] namespace) {
    return namespace.length == 1 && namespace[0].equalsIgnoreCase(NAMESPACE);
  }

  /** There is one form of each: binding changes nothing. */
  private record Call(SystemProcedure procedure) implements UnboundProcedure, BoundProcedure {

    @Override
    public String name() {
      return procedure.name();
    }

    @Override
    public String description() {
      return procedure.description();
    }

    @Override
    public BoundProcedure bind(StructType inputType) {
      return this;
    }

    @Override
    public ProcedureParameter[] parameters() {
      return procedure.parameters().toArray(ProcedureParameter[]::new);
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }

    @Override
    public Iterator<Scan> call(InternalRow input) {
      List<InternalRow> rows = procedure.call(new CallArguments(input));
      Scan result = new Result(procedure.columns(), rows);
      return List.of(result).iterator();
    }
  }

  private record Result(StructType readSchema, List<InternalRow> given) implements LocalScan {

    @Override
    public InternalRow[] rows() {
      return given.toArray(InternalRow[]::new);
    }
  }
}
