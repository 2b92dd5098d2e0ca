package dev.almanac.procedure;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.Catalogs;
import dev.almanac.spark.SqlNames;
import dev.almanac.store.MetadataTable;
import dev.almanac.store.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.read.LocalScan;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * A table about a dataset, read on the driver as its listing gives it.
 *
 * @param catalog the name of the catalog
 * @param dataset the parts of the dataset's name in it
 * @param kind which table
 */
record TableAbout(String catalog, List<String> dataset, MetadataTable kind) {

  /**
   * The rows, in the order of the listing.
   *
   * @param dates a version string such as {@code 2024-01-01..2024-01-31}; empty for all there is
   * @throws AlmanacException NO_SUCH_DATASET where there is no dataset with such a table
   */
  List<InternalRow> rows(Optional<String> dates) {
    if (load(dates) instanceof SupportsRead table
        && table.newScanBuilder(CaseInsensitiveStringMap.empty()).build()
            instanceof LocalScan listed) {
      return List.of(listed.rows());
    }
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot list the %s of %s: a dataset of the name %s hides the table about them."
            .formatted(kind.text(), text(dataset), text(parts())));
  }

  private Table load(Optional<String> dates) {
    TableCatalog tables = (TableCatalog) Catalogs.named(SparkSession.active(), catalog);
    Identifier table = Identifier.of(dataset.toArray(String[]::new), kind.text());
    try {
      return dates.isPresent() ? tables.loadTable(table, dates.get()) : tables.loadTable(table);
    } catch (Exception e) { // checked ones, which AlmanacException is too, are thrown unchecked
      if (e instanceof NoSuchTableException
          || (e instanceof AlmanacException error
              && error.condition() == Condition.NO_SUCH_DATASET)) {
        throw AlmanacException.of(
            Condition.NO_SUCH_DATASET,
            "Cannot list the %s of %s: there is no such dataset, or it has no days%s. SHOW TABLES"
                    .formatted(kind.text(), text(dataset), likeliest(tables))
                + " lists what there is.",
            e);
      }
      throw AlmanacException.unchecked(e);
    }
  }

  /** {@code " (did you mean x?)"}, or nothing. */
  private String likeliest(TableCatalog tables) {
    int last = dataset.size() - 1;
    List<String> namespace = dataset.subList(0, last);
    try {
      List<String> beside =
          Arrays.stream(tables.listTables(namespace.toArray(String[]::new)))
              .map(Identifier::name)
              .toList();
      return Suggestion.nearest(dataset.get(last), beside)
          .map(
              near -> {
                List<String> meant = new ArrayList<>(namespace);
                meant.add(near);
                return " (did you mean " + text(meant) + "?)";
              })
          .orElse("");
    } catch (Exception e) { // checked ones of Spark, and those of stores that cannot be listed
      return ""; // the error at hand says more
    }
  }

  private List<String> parts() {
    List<String> parts = new ArrayList<>(dataset);
    parts.add(kind.text());
    return parts;
  }

  private String text(List<String> name) {
    return catalog + "." + SqlNames.quoted(name);
  }
}
