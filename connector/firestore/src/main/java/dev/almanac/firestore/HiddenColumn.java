package dev.almanac.firestore;

import com.google.firestore.v1.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What every document has besides its fields: {@code SELECT *} leaves it out, a query that names it
 * gets it. A field of the same name wins.
 */
enum HiddenColumn {
  ID("_id", DataTypes.StringType, "The document's id: the last part of its path."),
  PATH("_path", DataTypes.StringType, "The document's path below the database: users/alice."),
  CREATE_TIME("_create_time", DataTypes.TimestampType, "When the document was created."),
  UPDATE_TIME("_update_time", DataTypes.TimestampType, "When the document was changed last.");

  private final String column;

  @SuppressWarnings("ImmutableEnumChecker") // Spark's types are
  private final DataType type;

  private final String comment;

  HiddenColumn(String column, DataType type, String comment) {
    this.column = column;
    this.type = type;
    this.comment = comment;
  }

  /** The column as Spark wants it. */
  MetadataColumn toSpark() {
    return new Spark(column, type, comment);
  }

  private record Spark(String name, DataType dataType, String comment) implements MetadataColumn {
    @Override
    public boolean isNullable() {
      return false;
    }
  }

  /** The hidden column of a name, unless the table has a field of it. */
  static Optional<HiddenColumn> named(String name, StructType table) {
    boolean hidden = List.of(table.fieldNames()).stream().noneMatch(name::equalsIgnoreCase);
    return hidden
        ? List.of(values()).stream().filter(it -> it.column.equalsIgnoreCase(name)).findFirst()
        : Optional.empty();
  }

  /** Reads the column of a document; paths makes a path of its full name. */
  Function<Document, Object> reader(UnaryOperator<String> paths) {
    return switch (this) {
      case ID ->
          document ->
              UTF8String.fromString(
                  document.getName().substring(document.getName().lastIndexOf('/') + 1));
      case PATH -> document -> UTF8String.fromString(paths.apply(document.getName()));
      case CREATE_TIME -> document -> Timestamps.micros(document.getCreateTime());
      case UPDATE_TIME -> document -> Timestamps.micros(document.getUpdateTime());
    };
  }
}
