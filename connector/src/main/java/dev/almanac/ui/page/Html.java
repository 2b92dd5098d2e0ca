package dev.almanac.ui.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a page. Text becomes HTML only here, escaped: names of folders, messages and locations
 * are not to be trusted.
 */
public sealed interface Html {

  /** Writes it as HTML. */
  void write(StringBuilder out);

  /** Nothing. */
  static Html none() {
    return new Parts(List.of());
  }

  /** Text, escaped. */
  static Html text(String text) {
    return new Text(text);
  }

  /** A whole number, with separators. */
  static Html number(long number) {
    return text(Amounts.number(number));
  }

  /** One after the other. */
  static Html all(List<? extends Html> parts) {
    return new Parts(List.copyOf(parts));
  }

  /** One after the other. */
  static Html all(Html... parts) {
    return new Parts(List.of(parts));
  }

  /** An element without attributes or content, to be given them. */
  static Element tag(String name) {
    return new Element(name, Map.of(), List.of());
  }

  /** A link. */
  static Element link(String target, String text) {
    return tag("a").with("href", target).text(text);
  }

  /** A style sheet of ours, which must not end the element. */
  static Html style(String sheet) {
    return new Style(sheet);
  }

  /** The HTML. */
  default String source() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  /** Text. */
  record Text(String text) implements Html {

    @Override
    public void write(StringBuilder out) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '&' -> out.append("&amp;");
          case '<' -> out.append("&lt;");
          case '>' -> out.append("&gt;");
          case '"' -> out.append("&quot;");
          case '\'' -> out.append("&#39;");
          case '\n', '\t' -> out.append(c);
          default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
      }
    }
  }

  /** Parts, one after the other. */
  record Parts(List<? extends Html> parts) implements Html {

    @Override
    public void write(StringBuilder out) {
      parts.forEach(part -> part.write(out));
    }
  }

  /** A style sheet. */
  record Style(String sheet) implements Html {

    @Override
    public void write(StringBuilder out) {
      out.append("<style>").append(sheet).append("</style>");
    }
  }

  /** An element; adding to it makes a new one. */
  record Element(String name, Map<String, String> attributes, List<? extends Html> content)
      implements Html {

    private static final List<String> WITHOUT_CONTENT = List.of("br", "input");

    /** With an attribute more. */
    Element with(String attribute, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, content);
    }

    /** With a class of the style sheets. */
    Element of(String styleClass) {
      return with("class", styleClass);
    }

    /** With text at its end. */
    Element text(String text) {
      return add(Html.text(text));
    }

    /** With parts at its end. */
    Element add(Html... parts) {
      return add(List.of(parts));
    }

    /** With parts at its end. */
    Element add(List<? extends Html> parts) {
      List<Html> more = new ArrayList<>(content);
      more.addAll(parts);
      return new Element(name, attributes, more);
    }

    @Override
    public void write(StringBuilder out) {
      out.append('<').append(name);
      attributes.forEach(
          (attribute, value) -> {
            out.append(' ').append(attribute).append("=\"");
            new Text(value).write(out);
            out.append('"');
          });
      out.append('>');
      content.forEach(part -> part.write(out));
      if (!WITHOUT_CONTENT.contains(name)) {
        out.append("</").append(name).append('>');
      }
    }
  }
}
