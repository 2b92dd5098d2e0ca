package dev.almanac.firestore;

import com.google.firestore.v1.Document;
import dev.almanac.firestore.DocumentType.Fields;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * What was learnt of a collection by looking at its first documents.
 *
 * @param columns the union of their fields
 * @param whole whether these were all documents there are
 * @param documents how many they were
 * @param bytes what they have together, as sent
 */
record Sample(StructType columns, boolean whole, long documents, long bytes) {

  /** Columns that the user gave: nothing was looked at. */
  static Sample given(StructType columns) {
    return new Sample(columns, false, 0, 0);
  }

  static Sample of(List<Document> documents, boolean whole) {
    Fields fields =
        documents.stream()
            .map(document -> Fields.of(document.getFieldsMap()))
            .reduce(Fields.NONE, Fields::or);
    long bytes = documents.stream().mapToLong(Document::getSerializedSize).sum();
    return new Sample(Columns.of(fields), whole, documents.size(), bytes);
  }
}
