package dev.almanac.firestore.testing;

import com.google.firestore.v1.Value;
import com.google.protobuf.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values in the order that Firestore documents, and their sums. */
final class FakeValues {

  private static final Comparator<String> BYTES =
      (one, other) ->
          Arrays.compareUnsigned(
              one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

  private FakeValues() {}

  /** Which of the types' order a value has. */
  static int rank(Value value) {
    return switch (value.getValueTypeCase()) {
      case NULL_VALUE, VALUETYPE_NOT_SET -> 0;
      case BOOLEAN_VALUE -> 1;
      case INTEGER_VALUE, DOUBLE_VALUE -> 2;
      case TIMESTAMP_VALUE -> 3;
      case STRING_VALUE -> 4;
      case BYTES_VALUE -> 5;
      case REFERENCE_VALUE -> 6;
      case GEO_POINT_VALUE -> 7;
      case ARRAY_VALUE -> 8;
      default -> 9;
    };
  }

  static int compare(Value one, Value other) {
    int rank = rank(one);
    if (rank != rank(other)) {
      return Integer.compare(rank, rank(other));
    }
    return switch (rank) {
      case 0 -> 0;
      case 1 -> Boolean.compare(one.getBooleanValue(), other.getBooleanValue());
      case 2 -> compareNumbers(one, other);
      case 3 ->
          Comparator.comparingLong(Timestamp::getSeconds)
              .thenComparingInt(Timestamp::getNanos)
              .compare(one.getTimestampValue(), other.getTimestampValue());
      case 4 -> BYTES.compare(one.getStringValue(), other.getStringValue());
      case 5 ->
          Arrays.compareUnsigned(
              one.getBytesValue().toByteArray(), other.getBytesValue().toByteArray());
      case 6 -> compareNames(one.getReferenceValue(), other.getReferenceValue());
      case 7 ->
          Arrays.compare(
              new double[] {
                one.getGeoPointValue().getLatitude(), one.getGeoPointValue().getLongitude()
              },
              new double[] {
                other.getGeoPointValue().getLatitude(), other.getGeoPointValue().getLongitude()
              });
      case 8 ->
          Arrays.compare(
              one.getArrayValue().getValuesList().toArray(Value[]::new),
              other.getArrayValue().getValuesList().toArray(Value[]::new),
              FakeValues::compare);
      default -> compareMaps(one.getMapValue().getFieldsMap(), other.getMapValue().getFieldsMap());
    };
  }

  private static int compareMaps(Map<String, Value> one, Map<String, Value> other) {
    return one.equals(other)
        ? 0
        : new TreeMap<>(one).toString().compareTo(new TreeMap<>(other).toString());
  }

  /** NaN comes before all numbers; integers and doubles compare by what they are. */
  private static int compareNumbers(Value one, Value other) {
    if (isNaN(one) || isNaN(other)) {
      return Boolean.compare(isNaN(other), isNaN(one));
    }
    double first = one.getDoubleValue();
    double second = other.getDoubleValue();
    if (Double.isInfinite(first) || Double.isInfinite(second)) {
      return Double.compare(
          Double.isInfinite(first) ? first : 0, Double.isInfinite(second) ? second : 0);
    }
    return exact(one).compareTo(exact(other));
  }

  private static BigDecimal exact(Value value) {
    return value.hasIntegerValue()
        ? BigDecimal.valueOf(value.getIntegerValue())
        : new BigDecimal(value.getDoubleValue());
  }

  static boolean isNaN(Value value) {
    return value.hasDoubleValue() && Double.isNaN(value.getDoubleValue());
  }

  static int compareNames(String one, String other) {
    return Arrays.compare(one.split("/", -1), other.split("/", -1), FakeValues::compareIds);
  }

  private static int compareIds(String one, String other) {
    String numbered = "__id-?\\d+__";
    if (one.matches(numbered) != other.matches(numbered)) {
      return one.matches(numbered) ? -1 : 1;
    }
    return BYTES.compare(one, other);
  }

  /** Of integers an integer where it fits; of nothing zero. */
  static Value sum(List<Value> numbers) {
    if (numbers.stream().allMatch(Value::hasIntegerValue)) {
      BigInteger sum = BigInteger.ZERO;
      for (Value number : numbers) {
        sum = sum.add(BigInteger.valueOf(number.getIntegerValue()));
      }
      return sum.bitLength() < Long.SIZE
          ? Value.newBuilder().setIntegerValue(sum.longValue()).build()
          : Value.newBuilder().setDoubleValue(sum.doubleValue()).build();
    }
    return Value.newBuilder().setDoubleValue(total(numbers)).build();
  }

  /** Of nothing null. */
  static Value average(List<Value> numbers) {
    return numbers.isEmpty()
        ? Value.newBuilder().setNullValueValue(0).build()
        : Value.newBuilder().setDoubleValue(total(numbers) / numbers.size()).build();
  }

  private static double total(List<Value> numbers) {
    return numbers.stream()
        .mapToDouble(
            it -> it.hasIntegerValue() ? (double) it.getIntegerValue() : it.getDoubleValue())
        .sum();
  }
}
