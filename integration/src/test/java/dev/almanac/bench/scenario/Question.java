package dev.almanac.bench.scenario;

import java.util.Map;
import java.util.TreeMap;

/**
 * A query in the language of its contenders, with holes for what they call things: <code>{t}</code>
 * for a slice, <code>{t.date}</code> for the column of its days, <code>{t.files}</code> for a table
 * of its files, <code>{bytes}</code> for the function that tells how many bytes a text has.
 *
 * @param slices by the names of the holes
 */
public record Question(String text, Map<String, Slice> slices) {

  /** What a contender calls things. */
  public interface Names {

    /** What can stand after FROM. */
    String slice(Slice slice);

    /** What can stand after FROM, with a row for each file. */
    default String files(Slice slice) {
      throw new UnsupportedOperationException("No table of files");
    }

    /** The column of the days. */
    default String date(Slice slice) {
      return slice.dataSet().dateColumn();
    }

    /** The function for the length of a text in bytes. */
    default String bytes() {
      return "octet_length";
    }
  }

  public Question {
    slices = Map.copyOf(slices);
  }

  /** About one slice, {@code t}. */
  public static Question of(String text, Slice slice) {
    return new Question(text, Map.of("t", slice));
  }

  /** The same about the first days of each slice. */
  Question aboutFirstDays(int count) {
    Map<String, Slice> cut = new TreeMap<>(slices);
    cut.replaceAll((hole, slice) -> slice.firstDays(count));
    return new Question(text, cut);
  }

  /** The text with its holes filled. */
  public String put(Names names) {
    String filled = text.replace("{bytes}", names.bytes());
    for (Map.Entry<String, Slice> slice : new TreeMap<>(slices).entrySet()) {
      if (filled.contains("{" + slice.getKey() + ".files}")) {
        filled = filled.replace("{" + slice.getKey() + ".files}", names.files(slice.getValue()));
      }
      filled =
          filled
              .replace("{" + slice.getKey() + ".date}", names.date(slice.getValue()))
              .replace("{" + slice.getKey() + "}", names.slice(slice.getValue()));
    }
    return filled;
  }
}
