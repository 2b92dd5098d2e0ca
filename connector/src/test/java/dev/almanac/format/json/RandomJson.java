package dev.almanac.format.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FractionalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Lines of JSON and of what is nearly JSON: documents that fit some columns for the most part, with
 * odd values in places, some of them damaged.
 */
final class RandomJson {

  /** Damage can make an exponent of many digits: Java, and so Spark, writes it out, for minutes. */
  private static final Pattern HUGE = Pattern.compile("[eE][+-]?\\d{5}");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-0.0",
          "0.0",
          "1",
          "-1",
          "127",
          "128",
          "-128",
          "-129",
          "255",
          "256",
          "32767",
          "32768",
          "-32769",
          "2147483647",
          "2147483648",
          "-2147483648",
          "-2147483649",
          "9007199254740993",
          "999999999999999999",
          "1000000000000000000",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "18446744073709551616",
          "99999999999999999999",
          "1e5",
          "1E+2",
          "1.5e-3",
          "1e400",
          "-1e400",
          "1e-400",
          "0.1",
          "3.14159265358979",
          "1.7976931348623157e308",
          "4.9e-324",
          "2.2250738585072011e-308",
          "123456789012345678.9",
          "0.000000000000000000123",
          "1.10",
          "16777217",
          "16777217.0",
          "0.30000001192092896",
          "8388608.5",
          "1234567890123456789.5",
          "12345678.125",
          "99999999.995",
          "0.005",
          "100000000.00",
          "5e-1",
          "1.000000000000000000");

  private static final List<String> ODD_NUMBERS =
      List.of(
          "01",
          "-01",
          "1.",
          ".5",
          "+1",
          "0x10",
          "1e",
          "1e+",
          "--1",
          "-",
          "NaN",
          "Infinity",
          "-Infinity",
          "+Infinity",
          "-INF",
          "1_000",
          "1f",
          "1.2.3",
          "1".repeat(120),
          "1".repeat(1200),
          "0." + "3".repeat(999));

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "plain",
          "größe 🙂",
          "日本語",
          "\u00e9",
          "\u007f",
          "\u0080",
          "\uffff",
          "\ufeff",
          "a\\nb",
          "tab\\t",
          "\\\"said\\\"",
          "back\\\\slash",
          "sl\\/ash",
          "\\b\\f\\r",
          "\\u00e9",
          "\\u0000",
          "\\uD83D\\uDE00",
          "\\ud83d\\ude00 and more",
          "x".repeat(7),
          "x".repeat(8),
          "x".repeat(9),
          "y".repeat(300),
          "1234567\\n",
          "12345678\\n",
          "NaN",
          "Infinity",
          "true",
          "12",
          "1.5",
          "1,234.5",
          "{}",
          "[1]",
          "null",
          "2024-02-29",
          "2024-02-30",
          "2024-2-3",
          "2024",
          "0001-01-01",
          "12345-01-01",
          "2024-02-29T12:34:56.789Z",
          "2024-02-29T12:34:56.789012345",
          "2024-02-29 12:34:56",
          "2024-02-29T10:00:00+02:00",
          "2024-02-29 10:00:00 Europe/Amsterdam",
          "24:00:00",
          "19782",
          " 2024-02-29 ",
          "epoch");

  private static final List<String> ODD_TEXTS =
      List.of(
          "\\ud83d",
          "\\ude00",
          "\\ud83d\\ud83d",
          "\\ude00\\ud83d",
          "\\ud83dx",
          "\\ud83d\\n",
          "\\x",
          "\\u12",
          "\\u12G4",
          "\\u",
          "\\",
          "\u0001",
          "\u001f",
          "tab\t",
          "\u0000",
          "z".repeat(20_000));

  private final Random random;
  private boolean tidy; // whether the line is as it should be

  RandomJson(long seed) {
    this.random = new Random(seed);
  }

  /** A line without its end: of bytes, as it may not be UTF-8. It has no line ends inside. */
  byte[] line(StructType columns) {
    tidy = chance(2);
    byte[] line = record(columns).getBytes(StandardCharsets.UTF_8);
    if (!tidy && chance(3)) {
      line = damaged(line);
    }
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\n' || line[i] == '\r') {
        line[i] = ' ';
      }
    }
    return HUGE.matcher(new String(line, StandardCharsets.ISO_8859_1)).find()
        ? line(columns)
        : line;
  }

  private String record(StructType columns) {
    return switch (tidy ? 9 + random.nextInt(30) : random.nextInt(40)) {
      case 0 -> "";
      case 1 -> space() + " ";
      case 2 -> "[" + object(columns, 0) + ", " + object(columns, 0) + "]";
      case 3 -> oddValue(0);
      case 4 -> object(columns, 0) + " and more";
      case 5 -> object(columns, 0) + object(columns, 0);
      case 6 -> "[".repeat(200) + "]".repeat(200);
      case 7 -> "{\"deep\": " + "{\"a\":".repeat(150) + "1" + "}".repeat(151);
      case 8 -> "{\"deep\": " + "[".repeat(1100) + "]".repeat(1100) + "}";
      case 9 -> "{}";
      default -> space() + object(columns, 0) + space();
    };
  }

  private String object(StructType columns, int depth) {
    StringBuilder text = new StringBuilder("{" + space());
    String comma = "";
    for (StructField field : columns.fields()) {
      if (chance(8)) {
        continue;
      }
      text.append(comma).append(entry(field, depth));
      comma = space() + "," + space();
      if (!tidy && chance(40)) {
        text.append(comma).append(entry(field, depth)); // twice
      }
      if (chance(6)) {
        text.append(comma).append(key()).append(space()).append(":").append(oddValue(depth));
      }
    }
    return text.append(space()).append("}").toString();
  }

  private String entry(StructField field, int depth) {
    String name = field.name();
    if (chance(60)) {
      name = "\\u%04x".formatted((int) name.charAt(0)) + name.substring(1);
    } else if (!tidy && chance(30)) {
      name = random.nextBoolean() ? name.toUpperCase(java.util.Locale.ROOT) : name + "x";
    }
    String value = !tidy && chance(14) ? oddValue(depth) : value(field.dataType(), depth);
    return quoted(name) + space() + ":" + space() + value;
  }

  private String key() {
    return quoted(chance(3) ? pick(TEXTS) : "k" + random.nextInt(30));
  }

  private String value(DataType type, int depth) {
    if (chance(12)) {
      return "null";
    } else if (type instanceof StructType struct) {
      return object(struct, depth + 1);
    } else if (type instanceof ArrayType array) {
      return array(array.elementType(), depth);
    } else if (type instanceof MapType map) {
      StringBuilder text = new StringBuilder("{");
      for (int i = random.nextInt(4); i > 0; i--) {
        text.append(key()).append(":").append(value(map.valueType(), depth + 1));
        text.append(i > 1 ? "," : "");
      }
      return text.append("}").toString();
    } else if (type instanceof BooleanType) {
      return String.valueOf(random.nextBoolean());
    } else if (type instanceof BinaryType) {
      byte[] bytes = new byte[random.nextInt(8)];
      random.nextBytes(bytes);
      return quoted(Base64.getEncoder().encodeToString(bytes));
    } else if (type instanceof StringType) {
      return quoted(chance(2) ? pick(TEXTS) : "word" + random.nextInt());
    } else if (type instanceof NumericType) {
      return number(type);
    }
    return !tidy && chance(10) ? String.valueOf(random.nextInt()) : time(type);
  }

  private String number(DataType type) {
    if (tidy) {
      return fitting(type);
    }
    return switch (random.nextInt(6)) {
      case 0 -> pick(NUMBERS);
      case 1 -> String.valueOf(random.nextInt(256) - 128);
      case 2 -> String.valueOf(random.nextLong() >> random.nextInt(64));
      case 3 -> String.valueOf(Double.longBitsToDouble(random.nextLong())).replace("NaN", "0");
      case 4 -> String.valueOf(random.nextFloat() * 1000);
      default ->
          type instanceof DecimalType
              ? random.nextInt(100_000) + "." + random.nextInt(100)
              : String.valueOf(random.nextDouble() * random.nextInt(100_000));
    };
  }

  private String fitting(DataType type) {
    if (type instanceof DecimalType decimal) {
      return decimal.precision() == decimal.scale()
          ? "0." + random.nextInt(100)
          : random.nextInt(10_000_000) + "." + random.nextInt(100);
    } else if (type instanceof FractionalType) {
      return pick(List.of("0.5", "-17", "1e10", String.valueOf(random.nextDouble() * 1000)));
    }
    int bits = 8 * type.defaultSize() - 1;
    return String.valueOf(random.nextLong() >> (63 - random.nextInt(bits + 1)));
  }

  private String time(DataType type) {
    String day =
        "%04d-%02d-%02d"
            .formatted(1900 + random.nextInt(200), 1 + random.nextInt(12), 1 + random.nextInt(28));
    if (type instanceof DateType || chance(4)) {
      return quoted(day);
    }
    String clock =
        "%02d:%02d:%02d".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60));
    String fraction = chance(2) ? "" : "." + random.nextInt(1_000_000);
    String zone = tidy || chance(2) ? "" : pick(List.of("Z", "+02:00", " UTC", "-0730"));
    return quoted(day + (chance(2) ? "T" : " ") + clock + fraction + zone);
  }

  private String array(DataType element, int depth) {
    StringBuilder text = new StringBuilder("[" + space());
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(!tidy && chance(20) ? oddValue(depth) : value(element, depth + 1));
      text.append(i > 1 ? space() + "," + space() : "");
    }
    return text.append(space()).append("]").toString();
  }

  private String oddValue(int depth) {
    return switch (random.nextInt(depth < 3 ? 13 : 10)) {
      case 0 -> "true";
      case 1 -> "null";
      case 2 -> quoted(pick(ODD_TEXTS));
      case 3 -> pick(ODD_NUMBERS);
      case 4 ->
          pick(List.of("tru", "truex", "nul", "nullx", "False", "'single'", "bare", "/* c */ 1"));
      case 5 -> "{}";
      case 6 -> "[]";
      case 7, 8 -> quoted(pick(TEXTS));
      case 9 -> pick(NUMBERS);
      case 10 -> "[" + oddValue(depth + 1) + " , " + oddValue(depth + 1) + "]";
      case 11 -> "{" + key() + ": " + oddValue(depth + 1) + "}";
      default -> "{ " + key() + " : " + oddValue(depth + 1) + " , " + key() + ":1 }";
    };
  }

  private byte[] damaged(byte[] line) {
    if (line.length == 0) {
      return line;
    }
    int at = random.nextInt(line.length);
    byte[] before = Arrays.copyOf(line, at);
    byte[] after = Arrays.copyOfRange(line, at, line.length);
    return switch (random.nextInt(9)) {
      case 0 -> before;
      case 1 -> replaced(line, at, line[at] ^ (1 << random.nextInt(8)));
      case 2 -> replaced(line, at, random.nextInt(256));
      case 3 -> joined(before, Arrays.copyOfRange(line, at + 1, line.length));
      case 4 -> joined(before, Arrays.copyOfRange(line, at / 2, line.length));
      case 5 -> joined("\ufeff".getBytes(StandardCharsets.UTF_8), line);
      case 6 -> replaced(line, at, 0);
      case 7 -> joined(before, notAscii(), after);
      default -> {
        String sign =
            pick(List.of(",", "\"", "}", "]", "{", "[", ":", "\\", " ", "\t", "\f", "\u00a0"));
        yield joined(before, sign.getBytes(StandardCharsets.UTF_8), after);
      }
    };
  }

  private byte[] notAscii() {
    byte[] bytes = new byte[1 + random.nextInt(4)];
    random.nextBytes(bytes);
    return replaced(bytes, 0, bytes[0] | 0x80);
  }

  private static byte[] replaced(byte[] bytes, int at, int value) {
    byte[] copy = bytes.clone();
    copy[at] = (byte) value;
    return copy;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private String space() {
    return chance(3) ? pick(List.of(" ", "  ", "\t", " \t ")) : "";
  }

  /** Whether something happens that happens once in so many times. */
  private boolean chance(int times) {
    return random.nextInt(times) == 0;
  }

  private String pick(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}
