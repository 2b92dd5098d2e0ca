package dev.almanac.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line reader when a statement is finished, and which word is to be completed. */
final class StatementParser implements Parser {

  private static final Set<String> COMMANDS = Set.of("", "exit", "quit", "help");

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE
        && !COMMANDS.contains(line.strip().toLowerCase(Locale.ROOT))
        && !SqlScript.of(line).rest().isEmpty()) {
      throw new EOFError(-1, -1, "A semicolon ends the statement");
    }
    int start = cursor;
    while (start > 0 && isNamePart(line.charAt(start - 1))) {
      start--;
    }
    return new Word(line, cursor, line.substring(start, cursor));
  }

  private static boolean isNamePart(char c) {
    return Character.isJavaIdentifierPart(c) || c == '.' || c == '`';
  }

  /** The dotted name before the cursor; the rest of the line does not matter to a completion. */
  private record Word(String line, int cursor, String word) implements CompletingParsedLine {

    @Override
    public int wordCursor() {
      return word.length();
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(word);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return word.length();
    }

    @Override
    public int rawWordLength() {
      return word.length();
    }
  }
}
