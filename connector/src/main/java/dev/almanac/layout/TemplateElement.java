package dev.almanac.layout;

import dev.almanac.layout.DateFields.Field;
import java.util.List;

/** One path element of a template: literals and fields in turn, matched from left to right. */
record TemplateElement(List<Token> tokens) {

  sealed interface Token {}

  record Literal(String text) implements Token {}

  /**
   * A number.
   *
   * @param name as written in the template
   * @param digits how many it has
   * @param padded whether smaller numbers have leading zeros; otherwise they have fewer digits
   */
  record Digits(String name, Field field, int digits, boolean padded) implements Token {}

  TemplateElement {
    tokens = List.copyOf(tokens);
  }

  boolean has(Field field) {
    return tokens.stream().anyMatch(t -> t instanceof Digits number && number.field() == field);
  }

  boolean hasFields() {
    return tokens.stream().anyMatch(Digits.class::isInstance);
  }

  /** Whether the name has this shape; its numbers, possible or not, go to {@code fields}. */
  boolean read(String name, DateFields fields) {
    int at = 0;
    for (Token token : tokens) {
      if (token instanceof Literal literal) {
        if (!name.startsWith(literal.text(), at)) {
          return false;
        }
        at += literal.text().length();
      } else {
        Digits number = (Digits) token;
        int end = number.padded() ? at + number.digits() : WholeNumber.end(name, at);
        if (end > name.length() || !isNumber(name, at, end, number)) {
          return false;
        }
        if (!fields.set(number.field(), Integer.parseInt(name, at, end, 10))) {
          return false;
        }
        at = end;
      }
    }
    return at == name.length();
  }

  /** The name that this element has for these fields, all of which must be set. */
  String fill(DateFields fields) {
    StringBuilder name = new StringBuilder();
    for (Token token : tokens) {
      if (token instanceof Literal literal) {
        name.append(literal.text());
      } else {
        Digits number = (Digits) token;
        String digits = Integer.toString(fields.value(number.field()));
        if (number.padded()) {
          name.append("0".repeat(Math.max(0, number.digits() - digits.length())));
        }
        name.append(digits);
      }
    }
    return name.toString();
  }

  private static boolean isNumber(String name, int start, int end, Digits number) {
    if (start == end || end - start > number.digits()) {
      return false;
    }
    if (WholeNumber.end(name, start) < end) {
      return false;
    }
    return number.padded() || end - start == 1 || name.charAt(start) != '0';
  }
}
