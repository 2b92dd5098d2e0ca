package dev.almanac.mongodb;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.mongodb.MongoSettings.Mode;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonDocument;

/** Turns documents into rows. */
final class DocumentConverter {

  private final String name;
  private final Mode mode;
  private final ValueConverter converter;

  /**
   * @param name the table's, for messages
   * @param columns the rows' columns; what a document lacks is null
   * @param mode what to do with values that do not fit
   */
  DocumentConverter(String name, StructType columns, Mode mode) {
    this.name = name;
    this.mode = mode;
    this.converter = ValueConverter.of(columns, mode == Mode.PERMISSIVE);
  }

  /** Empty where the mode is to drop what does not fit. */
  Optional<InternalRow> convert(BsonDocument document) {
    try {
      return Optional.of((InternalRow) converter.convert(document));
    } catch (Misfit e) {
      if (mode == Mode.DROPMALFORMED) {
        return Optional.empty();
      }
      throw AlmanacException.of(
          Condition.INCOMPATIBLE_SCHEMA,
          "Cannot read "
              + name
              + ": the field "
              + e.path()
              + which(document)
              + " "
              + e.what()
              + ". The columns' types come from a sample of the documents: raise"
              + " mongodb.sample-size and run REFRESH TABLE, declare the columns with CREATE TABLE,"
              + " or set mongodb.options.mode to PERMISSIVE (such values are null) or DROPMALFORMED"
              + " (such documents are left out).");
    }
  }

  private static String which(BsonDocument document) {
    return document.containsKey("_id")
        ? " of the document with the _id " + Values.text(document.get("_id"))
        : "";
  }
}
