package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.sql.types.VarcharType;

/**
 * Takes the columns out of a {@code CREATE TABLE}, and refuses what else it says: files keep no
 * promises, and how they lie is the store's to say.
 */
final class Declaration {

  /** Spark adds the owner to every table. */
  private static final Set<String> IGNORED = Set.of(TableCatalog.PROP_OWNER);

  private Declaration() {}

  /**
   * The columns, all nullable.
   *
   * @param name the table's, for errors
   * @throws AlmanacException UNSUPPORTED
   */
  static StructType columns(String name, TableInfo table) {
    if (table.columns().length == 0) {
      throw refused(name, "it names no columns", "Name the columns and their types");
    }
    if (table.partitions().length > 0) {
      throw refused(
          name,
          "PARTITIONED BY is not for it to say",
          "Leave it out: folders are divided as they are, see the store's partition-scheme");
    }
    if (table.constraints().length > 0) {
      throw refused(name, "files keep no constraints", "Leave them out");
    }
    checkProperties(name, table.properties());
    StructType columns = new StructType();
    for (Column column : table.columns()) {
      columns = columns.add(field(name, column));
    }
    return columns;
  }

  private static void checkProperties(String name, Map<String, String> properties) {
    Set<String> said = new TreeSet<>(properties.keySet());
    said.removeAll(IGNORED);
    if (properties.getOrDefault(TableCatalog.PROP_PROVIDER, "").equalsIgnoreCase("almanac")) {
      said.remove(TableCatalog.PROP_PROVIDER);
    }
    if (!said.isEmpty()) {
      throw refused(
          name,
          "it says more than columns (" + String.join(", ", said) + ")",
          "Leave out USING, LOCATION, OPTIONS, TBLPROPERTIES and COMMENT: where a dataset is tells"
              + " its name, how it is read its store's options, and what its files are their"
              + " endings");
    }
  }

  private static StructField field(String name, Column column) {
    String text = "column " + column.name();
    if (column.defaultValue() != null
        || column.generationExpression() != null
        || column.identityColumnSpec() != null) {
      throw refused(
          name,
          text + " has a value of its own making",
          "Leave out DEFAULT and GENERATED: what a file lacks is null");
    }
    checkType(name, text, column.dataType());
    checkNullable(name, text, column.nullable());
    StructField field = new StructField(column.name(), column.dataType(), true, Metadata.empty());
    return column.comment() == null ? field : field.withComment(column.comment());
  }

  private static void checkType(String name, String column, DataType type) {
    if (type instanceof StructType struct) {
      for (StructField field : struct.fields()) {
        checkType(name, column + "." + field.name(), field.dataType());
        checkNullable(name, column + "." + field.name(), field.nullable());
      }
    } else if (type instanceof ArrayType array) {
      checkType(name, column + ".element", array.elementType());
    } else if (type instanceof MapType map) {
      checkType(name, column + ".key", map.keyType());
      checkType(name, column + ".value", map.valueType());
    } else if (type instanceof CharType || type instanceof VarcharType) {
      throw refused(
          name, "files hold texts of any length, " + column + " not", "Declare it as STRING");
    } else if (type instanceof NullType
        || type instanceof CalendarIntervalType
        || type instanceof UserDefinedType<?>
        || (type instanceof StringType && !type.equals(DataTypes.StringType))) {
      throw refused(
          name,
          column + " is " + type.sql().toUpperCase(Locale.ROOT) + ", which no file holds",
          "Declare another type");
    }
  }

  private static void checkNullable(String name, String column, boolean nullable) {
    if (!nullable) {
      throw refused(
          name,
          column + " is NOT NULL, which nobody checks",
          "Leave NOT NULL out: what a file lacks is null");
    }
  }

  private static RuntimeException refused(String name, String why, String wayOut) {
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot declare the columns of "
            + name
            + ": "
            + why
            + ". "
            + wayOut
            + ". CREATE TABLE tells an Almanac catalog which columns to read a folder with, and"
            + " nothing else.");
  }
}
