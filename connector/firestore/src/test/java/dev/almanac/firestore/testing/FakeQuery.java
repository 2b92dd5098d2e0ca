package dev.almanac.firestore.testing;

import com.google.firestore.v1.Cursor;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.MapValue;
import com.google.firestore.v1.StructuredQuery;
import com.google.firestore.v1.StructuredQuery.CompositeFilter;
import com.google.firestore.v1.StructuredQuery.Direction;
import com.google.firestore.v1.StructuredQuery.FieldFilter;
import com.google.firestore.v1.StructuredQuery.FieldReference;
import com.google.firestore.v1.StructuredQuery.Filter;
import com.google.firestore.v1.StructuredQuery.Order;
import com.google.firestore.v1.StructuredQuery.UnaryFilter;
import com.google.firestore.v1.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates a query as the server documents it. */
record FakeQuery(String parent, StructuredQuery query) {

  private static final String NAME = "__name__";
  private static final Set<FieldFilter.Operator> RANGES =
      Set.of(
          FieldFilter.Operator.LESS_THAN,
          FieldFilter.Operator.LESS_THAN_OR_EQUAL,
          FieldFilter.Operator.GREATER_THAN,
          FieldFilter.Operator.GREATER_THAN_OR_EQUAL,
          FieldFilter.Operator.NOT_EQUAL,
          FieldFilter.Operator.NOT_IN);

  /** The documents found, in their order. */
  List<Document> of(List<Document> all) {
    List<Order> orders = orders();
    return all.stream()
        .filter(this::fromHere)
        .filter(document -> !query.hasWhere() || matches(query.getWhere(), document))
        .filter(
            document -> orders.stream().allMatch(it -> field(document, it.getField()).isPresent()))
        .sorted(comparator(orders))
        .filter(document -> !query.hasStartAt() || afterStart(document, orders))
        .filter(document -> !query.hasEndAt() || beforeEnd(document, orders))
        .limit(query.hasLimit() ? query.getLimit().getValue() : Long.MAX_VALUE)
        .map(this::selected)
        .toList();
  }

  private boolean fromHere(Document document) {
    var from = query.getFrom(0);
    if (!document.getName().startsWith(parent + "/")) {
      return false;
    }
    String[] rest = document.getName().substring(parent.length() + 1).split("/", -1);
    return rest[rest.length - 2].equals(from.getCollectionId())
        && (from.getAllDescendants() || rest.length == 2);
  }

  /** Those of the query, then fields with ranges, then the name. */
  private List<Order> orders() {
    List<Order> orders = new ArrayList<>(query.getOrderByList());
    Set<String> fields = new LinkedHashSet<>();
    if (orders.isEmpty() && query.hasWhere()) {
      ranged(query.getWhere(), fields);
    }
    fields.add(NAME);
    for (String field : fields) {
      if (orders.stream().noneMatch(it -> it.getField().getFieldPath().equals(field))) {
        orders.add(
            Order.newBuilder()
                .setField(FieldReference.newBuilder().setFieldPath(field))
                .setDirection(Direction.ASCENDING)
                .build());
      }
    }
    return orders;
  }

  private static void ranged(Filter filter, Set<String> fields) {
    if (filter.hasCompositeFilter()) {
      filter.getCompositeFilter().getFiltersList().forEach(it -> ranged(it, fields));
    } else if (filter.hasFieldFilter() && RANGES.contains(filter.getFieldFilter().getOp())) {
      fields.add(filter.getFieldFilter().getField().getFieldPath());
    }
  }

  private static Comparator<Document> comparator(List<Order> orders) {
    return (one, other) -> {
      for (Order order : orders) {
        int result =
            FakeValues.compare(
                field(one, order.getField()).orElseThrow(),
                field(other, order.getField()).orElseThrow());
        if (result != 0) {
          return order.getDirection() == Direction.DESCENDING ? -result : result;
        }
      }
      return 0;
    };
  }

  private boolean afterStart(Document document, List<Order> orders) {
    int place = compare(document, query.getStartAt(), orders);
    return query.getStartAt().getBefore() ? place >= 0 : place > 0;
  }

  private boolean beforeEnd(Document document, List<Order> orders) {
    int place = compare(document, query.getEndAt(), orders);
    return query.getEndAt().getBefore() ? place < 0 : place <= 0;
  }

  private static int compare(Document document, Cursor cursor, List<Order> orders) {
    for (int i = 0; i < cursor.getValuesCount(); i++) {
      Value value = field(document, orders.get(i).getField()).orElseThrow();
      int result = FakeValues.compare(value, cursor.getValues(i));
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  private boolean matches(Filter filter, Document document) {
    if (filter.hasCompositeFilter()) {
      CompositeFilter composite = filter.getCompositeFilter();
      return composite.getOp() == CompositeFilter.Operator.AND
          ? composite.getFiltersList().stream().allMatch(it -> matches(it, document))
          : composite.getFiltersList().stream().anyMatch(it -> matches(it, document));
    }
    if (filter.hasUnaryFilter()) {
      UnaryFilter unary = filter.getUnaryFilter();
      Optional<Value> value = field(document, unary.getField());
      return switch (unary.getOp()) {
        case IS_NAN -> value.filter(FakeValues::isNaN).isPresent();
        case IS_NULL -> value.filter(Value::hasNullValue).isPresent();
        case IS_NOT_NULL -> value.filter(it -> !it.hasNullValue()).isPresent();
        default -> throw new IllegalArgumentException(unary.toString());
      };
    }
    FieldFilter wanted = filter.getFieldFilter();
    return field(document, wanted.getField())
        .filter(value -> matches(wanted.getOp(), value, wanted.getValue()))
        .isPresent();
  }

  private static boolean matches(FieldFilter.Operator operator, Value value, Value wanted) {
    boolean sameType = FakeValues.rank(value) == FakeValues.rank(wanted) && !value.hasNullValue();
    return switch (operator) {
      case EQUAL -> sameType && FakeValues.compare(value, wanted) == 0;
      case NOT_EQUAL -> !value.hasNullValue() && FakeValues.compare(value, wanted) != 0;
      case LESS_THAN -> sameType && FakeValues.compare(value, wanted) < 0;
      case LESS_THAN_OR_EQUAL -> sameType && FakeValues.compare(value, wanted) <= 0;
      case GREATER_THAN -> sameType && FakeValues.compare(value, wanted) > 0;
      case GREATER_THAN_OR_EQUAL -> sameType && FakeValues.compare(value, wanted) >= 0;
      case IN -> contains(wanted, value);
      case NOT_IN -> !value.hasNullValue() && !contains(wanted, value);
      case ARRAY_CONTAINS -> value.hasArrayValue() && contains(value, wanted);
      default -> throw new IllegalArgumentException(operator.toString());
    };
  }

  private static boolean contains(Value array, Value value) {
    return array.getArrayValue().getValuesList().stream()
        .anyMatch(it -> FakeValues.compare(it, value) == 0);
  }

  private Document selected(Document document) {
    if (!query.hasSelect()) {
      return document;
    }
    MapValue.Builder selected = MapValue.newBuilder();
    for (FieldReference field : query.getSelect().getFieldsList()) {
      String path = field.getFieldPath();
      if (!path.equals(NAME)) {
        field(document, path).ifPresent(value -> put(selected, path(path), value));
      }
    }
    return document.toBuilder().clearFields().putAllFields(selected.getFieldsMap()).build();
  }

  /** Puts a value into maps in maps, which come to be by it. */
  private static void put(MapValue.Builder map, List<String> path, Value value) {
    String name = path.get(0);
    if (path.size() == 1) {
      map.putFields(name, value);
      return;
    }
    MapValue.Builder inner =
        map.getFieldsOrDefault(name, Value.getDefaultInstance()).getMapValue().toBuilder();
    put(inner, path.subList(1, path.size()), value);
    map.putFields(name, Value.newBuilder().setMapValue(inner).build());
  }

  private static Optional<Value> field(Document document, FieldReference field) {
    return field(document, field.getFieldPath());
  }

  /** The value of a field; empty where the document does not have it. */
  static Optional<Value> field(Document document, String fieldPath) {
    if (fieldPath.equals(NAME)) {
      return Optional.of(Value.newBuilder().setReferenceValue(document.getName()).build());
    }
    Map<String, Value> fields = document.getFieldsMap();
    Optional<Value> value = Optional.empty();
    for (String name : path(fieldPath)) {
      value = Optional.ofNullable(fields.get(name));
      fields = value.map(it -> it.getMapValue().getFieldsMap()).orElse(Map.of());
    }
    return value;
  }

  /** The names of a path, whose odd ones are in backticks. */
  private static List<String> path(String text) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        name.append(text.charAt(++i));
      } else if (c == '`') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        names.add(name.toString());
        name.setLength(0);
      } else if (!quoted && !Character.toString(c).matches("[a-zA-Z_0-9]")) {
        throw new IllegalArgumentException("not quoted: " + text);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString());
    return names;
  }
}
