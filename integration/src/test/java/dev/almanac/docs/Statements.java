package dev.almanac.docs;

import java.util.ArrayList;
import java.util.List;

/** Divides SQL at its semicolons, as a prompt does. */
public final class Statements {

  private Statements() {}

  /** The statements of a text, without comments at the ends of lines. */
  public static List<String> of(String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && text.startsWith("--", i)) {
        while (i + 1 < text.length() && text.charAt(i + 1) != '\n') {
          i++;
        }
      } else if (quote == 0 && c == ';') {
        add(statements, statement);
      } else {
        statement.append(c);
        if (quote == 0 && (c == '\'' || c == '"' || c == '`')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
      }
    }
    add(statements, statement);
    return statements;
  }

  private static void add(List<String> statements, StringBuilder statement) {
    if (!statement.toString().isBlank()) {
      statements.add(statement.toString().strip());
    }
    statement.setLength(0);
  }
}
