package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.File;
import java.util.List;

/**
 * A dataset's path below its store and the name that users wrote.
 *
 * @param path the elements below the store's location; none where the location is itself the
 *     dataset
 * @param text the full name as in SQL, for messages and plans: {@code lake.sales.orders}
 */
public record DatasetName(List<String> path, String text) {

  public DatasetName {
    path = List.copyOf(path);
    path.forEach(element -> check(element, text));
  }

  /**
   * Refuses what could lead out of the store or to several places.
   *
   * @throws AlmanacException INVALID_NAME
   */
  private static void check(String element, String text) {
    String why = "";
    if (element.isEmpty()) {
      why = "it has an empty part";
    } else if (element.equals(".") || element.equals("..")) {
      why = "the part '" + element + "' would lead to another folder";
    } else if (element.indexOf('/') >= 0 || element.indexOf(File.separatorChar) >= 0) {
      why = "the part '" + element + "' has a path separator";
    } else if (element.chars().anyMatch(Character::isISOControl)) {
      why = "it has a control character";
    }
    if (!why.isEmpty()) {
      throw AlmanacException.of(
          Condition.INVALID_NAME,
          "Invalid table name "
              + text
              + ": "
              + why
              + ". Write each folder as one part, as in lake.sales.orders or lake.`2024-05`.orders.");
    }
  }
}
