package dev.almanac.firestore;

import com.google.firestore.v1.Document;
import com.google.firestore.v1.Value;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Makes rows of documents. */
final class RowReader {

  private final String table;
  private final UnaryOperator<String> paths;
  private final boolean mismatchIsNull;
  private final List<Function<Document, Object>> columns = new ArrayList<>();

  /**
   * @param table the table's name, for messages
   * @param columns what is read
   * @param all all columns of the table, which tell fields from hidden columns
   * @param paths makes a path of a document's full name
   * @param mismatchIsNull whether a value that its column cannot hold is null, rather than an error
   */
  RowReader(
      String table,
      StructType columns,
      StructType all,
      UnaryOperator<String> paths,
      boolean mismatchIsNull) {
    this.table = table;
    this.paths = paths;
    this.mismatchIsNull = mismatchIsNull;
    for (StructField column : columns.fields()) {
      Optional<HiddenColumn> hidden = HiddenColumn.named(column.name(), all);
      this.columns.add(hidden.map(it -> it.reader(paths)).orElseGet(() -> field(column)));
    }
  }

  /**
   * The row of a document.
   *
   * @throws AlmanacException INCOMPATIBLE_SCHEMA
   */
  InternalRow read(Document document) {
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = columns.get(i).apply(document);
    }
    return Rows.of(row);
  }

  private Function<Document, Object> field(StructField column) {
    ValueReader reader = ValueReader.of(column, paths);
    String name = column.name();
    return document -> {
      try {
        return reader.readNullable(document.getFieldsOrDefault(name, Value.getDefaultInstance()));
      } catch (MismatchException e) {
        if (mismatchIsNull) {
          return null;
        }
        throw mismatch(document, name, e.getMessage());
      }
    };
  }

  private RuntimeException mismatch(Document document, String column, String reason) {
    throw AlmanacException.of(
        Condition.INCOMPATIBLE_SCHEMA,
        "Cannot read "
            + table
            + ": in the document "
            + paths.apply(document.getName())
            + ", the column "
            + column
            + " has a value that "
            + reason
            + ". Read it with a schema in which the column is STRING COMMENT 'json', which holds"
            + " any value; infer the schema from more documents (firestore.sample-size); or set"
            + " firestore.type-mismatch = null.");
  }
}
