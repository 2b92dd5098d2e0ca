package dev.almanac.layout;

import dev.almanac.layout.DateFields.Field;
import dev.almanac.layout.TemplateElement.Digits;
import dev.almanac.layout.TemplateElement.Literal;
import dev.almanac.layout.TemplateElement.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the text of a template, and refuses what could not be matched without doubt. */
final class TemplateParser {

  private static final Map<String, Digits> FIELDS =
      Map.of(
          "yyyy", new Digits("{yyyy}", Field.YEAR, 4, true),
          "mm", new Digits("{mm}", Field.MONTH, 2, true),
          "dd", new Digits("{dd}", Field.DAY, 2, true),
          "hh", new Digits("{HH}", Field.HOUR, 2, true),
          "m", new Digits("{m}", Field.MONTH, 2, false),
          "d", new Digits("{d}", Field.DAY, 2, false),
          "h", new Digits("{H}", Field.HOUR, 2, false));

  /** Why a text is no template. */
  static final class InvalidTemplate extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private InvalidTemplate(String why) {
      super(why);
    }
  }

  private final String text;

  TemplateParser(String text) {
    this.text = text;
  }

  /** One element by itself. */
  static TemplateElement element(String text) {
    return new TemplateElement(new TemplateParser(text).tokens(text));
  }

  List<TemplateElement> parse() {
    List<TemplateElement> elements = new ArrayList<>();
    for (String element : Elements.of(text)) {
      if (element.isEmpty() || element.equals(".") || element.equals("..")) {
        throw invalid("it has an empty element, '.' or '..'");
      }
      elements.add(new TemplateElement(tokens(element)));
    }
    for (Field field : List.of(Field.YEAR, Field.MONTH, Field.DAY)) {
      if (elements.stream().noneMatch(element -> element.has(field))) {
        throw invalid("it does not say where the " + field.name().toLowerCase(Locale.ROOT) + " is");
      }
    }
    return elements;
  }

  private List<Token> tokens(String element) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < element.length()) {
      int open = element.indexOf('{', at);
      String literal = element.substring(at, open < 0 ? element.length() : open);
      if (literal.indexOf('}') >= 0) {
        throw invalid("it has a '}' without a '{'");
      }
      if (!literal.isEmpty()) {
        add(tokens, new Literal(literal), WholeNumber.isDigit(literal.charAt(0)));
      }
      if (open < 0) {
        break;
      }
      int close = element.indexOf('}', open);
      if (close < 0) {
        throw invalid("it has a '{' without a '}'");
      }
      String name = element.substring(open + 1, close);
      Digits field = FIELDS.get(name.toLowerCase(Locale.ROOT));
      if (field == null) {
        throw invalid("{" + name + "} is no field");
      }
      add(tokens, field, true);
      at = close + 1;
    }
    return tokens;
  }

  private void add(List<Token> tokens, Token token, boolean startsWithDigit) {
    boolean open =
        !tokens.isEmpty() && tokens.get(tokens.size() - 1) instanceof Digits last && !last.padded();
    if (open && startsWithDigit) {
      Digits last = (Digits) tokens.get(tokens.size() - 1);
      throw invalid("digits follow " + last.name() + ", whose length varies");
    }
    tokens.add(token);
  }

  private RuntimeException invalid(String why) {
    throw new InvalidTemplate(why);
  }
}
