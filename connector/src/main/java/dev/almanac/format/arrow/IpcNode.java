package dev.almanac.format.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.DictionaryEncoding;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A field of a file, at its place in the order in which record batches list the buffers of all
 * fields, with what is wanted of it.
 *
 * @param field as in the file's schema: of a dictionary-encoded field, with the type of the values
 * @param selected whether it is read
 * @param children as they lie in record batches: none of a dictionary-encoded field
 */
record IpcNode(Field field, boolean selected, List<IpcNode> children) {

  /**
   * A field that is read as far as a type has it: of structs, only the fields that the type has.
   */
  static IpcNode of(Field field, DataType wanted, boolean caseSensitive) {
    if (field.getDictionary() != null) {
      return new IpcNode(field, true, List.of());
    }
    List<IpcNode> children = new ArrayList<>();
    List<Field> fields = field.getChildren();
    if (wanted instanceof StructType struct && isStruct(field)) {
      List<String> names = fields.stream().map(Field::getName).toList();
      List<Integer> found = new ArrayList<>();
      for (StructField w : struct.fields()) {
        found.add(indexOf(names, w.name(), caseSensitive));
      }
      for (int i = 0; i < fields.size(); i++) {
        int at = found.indexOf(i);
        children.add(
            at < 0
                ? skipped(fields.get(i))
                : of(fields.get(i), struct.fields()[at].dataType(), caseSensitive));
      }
    } else if (wanted instanceof ArrayType array && fields.size() == 1) {
      children.add(of(fields.get(0), array.elementType(), caseSensitive));
    } else if (wanted instanceof MapType map && field.getType() instanceof ArrowType.Map) {
      Field entries = fields.get(0);
      List<Field> entry = entries.getChildren();
      children.add(
          new IpcNode(
              entries,
              true,
              List.of(
                  of(entry.get(0), map.keyType(), caseSensitive),
                  of(entry.get(1), map.valueType(), caseSensitive))));
    } else {
      fields.forEach(child -> children.add(whole(child)));
    }
    return new IpcNode(field, true, children);
  }

  /** A field that is read with all that is in it. */
  static IpcNode whole(Field field) {
    return everywhere(field, true);
  }

  /** A field that is passed over. */
  static IpcNode skipped(Field field) {
    return everywhere(field, false);
  }

  private static IpcNode everywhere(Field field, boolean selected) {
    List<IpcNode> children =
        field.getDictionary() != null
            ? List.of()
            : field.getChildren().stream().map(child -> everywhere(child, selected)).toList();
    return new IpcNode(field, selected, children);
  }

  private static boolean isStruct(Field field) {
    return ArrowTypes.storage(field.getType()) instanceof ArrowType.Struct;
  }

  /** The field with only what is selected of it, as in the file's schema. */
  Field selectedField() {
    return field.getDictionary() != null
        ? field
        : new Field(
            field.getName(),
            field.getFieldType(),
            children.stream().filter(IpcNode::selected).map(IpcNode::selectedField).toList());
  }

  /** The field with only what is selected of it, as it lies in record batches. */
  Field storedField() {
    FieldType type = new FieldType(field.isNullable(), storedType(), field.getDictionary());
    return new Field(
        field.getName(),
        type,
        children.stream().filter(IpcNode::selected).map(IpcNode::storedField).toList());
  }

  /** The type in record batches: of a dictionary-encoded field, that of positions. */
  ArrowType storedType() {
    return dictionary()
        .map(dictionary -> (ArrowType) dictionary.getIndexType())
        .orElse(ArrowTypes.storage(field.getType()));
  }

  private Optional<DictionaryEncoding> dictionary() {
    return Optional.ofNullable(field.getDictionary());
  }

  /**
   * The position of a name: of one spelled just so, or else, if case does not matter, of the first
   * alike; -1 if there is none.
   */
  static int indexOf(List<String> names, String name, boolean caseSensitive) {
    int exact = names.indexOf(name);
    if (exact >= 0 || caseSensitive) {
      return exact;
    }
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
