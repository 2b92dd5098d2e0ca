package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Stores;
import dev.almanac.store.Suggestion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.procedures.BoundProcedure;
import org.apache.spark.sql.connector.catalog.procedures.ProcedureParameter;
import org.apache.spark.sql.connector.catalog.procedures.UnboundProcedure;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The procedures of a catalog, as Spark calls them. */
public final class SystemProcedures {

  private static final String NAMESPACE = "system";
  private static final String BY_NAME = ProcedureParameter.BY_NAME_METADATA_KEY;

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
                Suggestion.nearest(ident.name(), names)
                    .map(name -> " (did you mean " + catalog + ".system." + name + "?)")
                    .orElse(""),
                catalog,
                String.join(", ", names)));
  }

  /** The procedures of a namespace; of the catalog, all. */
  public Identifier[] list(String[] namespace) {
    return namespace.length == 0 || isSystem(namespace)
        ? procedures.stream()
            .map(procedure -> Identifier.of(new String[] {NAMESPACE}, procedure.name()))
            .toArray(Identifier[]::new)
        : new Identifier[0];
  }

  private static boolean isSystem(String[] namespace) {
    return namespace.length == 1 && namespace[0].equalsIgnoreCase(NAMESPACE);
  }

  private record Call(SystemProcedure procedure) implements UnboundProcedure {

    @Override
    public String name() {
      return procedure.name();
    }

    /** With the parameters, which Spark does not show. */
    @Override
    public String description() {
      String parameters =
          procedure.parameters().stream()
              .map(
                  parameter ->
                      "\n  %s %s%s: %s"
                          .formatted(
                              parameter.name(),
                              parameter.dataType().sql(),
                              parameter.defaultValue() == null ? "" : " (may be left out)",
                              parameter.comment()))
              .collect(Collectors.joining());
      return procedure.description() + parameters;
    }

    /**
     * Texts are taken for dates here: Spark's own cast of them fails in a call, as it lacks the
     * time zone.
     */
    @Override
    public BoundProcedure bind(StructType inputType) {
      List<ProcedureParameter> parameters = new ArrayList<>(procedure.parameters());
      for (int i = 0; i < inputType.fields().length; i++) {
        StructField given = inputType.fields()[i];
        int position = given.metadata().contains(BY_NAME) ? position(given.name()) : i;
        if (given.dataType() instanceof StringType
            && position < parameters.size()
            && parameters.get(position).dataType() instanceof DateType) {
          ProcedureParameter date = parameters.get(position);
          parameters.set(
              position, Parameters.optional(date.name(), DataTypes.StringType, date.comment()));
        }
      }
      return new Bound(procedure, parameters);
    }

    /** Behind all others where there is no such parameter, as Spark will say. */
    private int position(String name) {
      List<ProcedureParameter> parameters = procedure.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        if (parameters.get(i).name().equalsIgnoreCase(name)) {
          return i;
        }
      }
      return parameters.size();
    }
  }

  private record Bound(SystemProcedure procedure, List<ProcedureParameter> given)
      implements BoundProcedure {

    @Override
    public String name() {
      return procedure.name();
    }

    @Override
    public String description() {
      return procedure.description();
    }

    @Override
    public ProcedureParameter[] parameters() {
      return given.toArray(ProcedureParameter[]::new);
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }

    @Override
    public Iterator<Scan> call(InternalRow input) {
      List<InternalRow> rows = procedure.call(new CallArguments(input, given));
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
