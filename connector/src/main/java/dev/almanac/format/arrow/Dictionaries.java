package dev.almanac.format.arrow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.util.VectorBatchAppender;

/** The dictionaries that selected columns point into. */
final class Dictionaries implements AutoCloseable {

  private final Map<Long, Field> valueFields = new HashMap<>();
  private final Map<Long, FieldVector> values = new HashMap<>();

  /** For columns as in the file's schema. */
  Dictionaries(List<Field> fields) {
    fields.forEach(this::collect);
  }

  private void collect(Field field) {
    if (field.getDictionary() != null) {
      valueFields.put(
          field.getDictionary().getId(),
          new Field(
              field.getName(), new FieldType(true, field.getType(), null), field.getChildren()));
    }
    field.getChildren().forEach(this::collect);
  }

  /** Whether any column points into a dictionary. */
  boolean isNeeded(long id) {
    return valueFields.containsKey(id);
  }

  /** The field whose values a dictionary holds. */
  IpcNode node(long id) {
    return IpcNode.whole(valueFields.get(id));
  }

  /** Takes a dictionary, or more values of one. */
  void put(long id, FieldVector vector, boolean more) {
    FieldVector known = values.get(id);
    if (known == null) {
      values.put(id, vector);
    } else if (more) {
      VectorBatchAppender.batchAppend(known, vector);
      vector.close();
    } else {
      known.close();
      values.put(id, vector);
    }
  }

  /** The values of a dictionary. */
  FieldVector values(long id) {
    FieldVector vector = values.get(id);
    if (vector == null) {
      throw new IllegalStateException("damaged: the dictionary " + id + " is missing");
    }
    return vector;
  }

  @Override
  public void close() {
    new ArrayList<>(values.values()).forEach(FieldVector::close);
  }
}
