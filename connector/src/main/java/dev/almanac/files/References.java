package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * Values that stand elsewhere: {@code ${env:NAME}} is an environment variable, {@code
 * ${file:/path}} what a file says, without the line break at its end. They are looked up whenever a
 * store is used, so that a changed file counts, and kept nowhere.
 */
public final class References {

  private final UnaryOperator<String> environment;

  References(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** References to this process's own environment, which is the driver's. */
  public static References ofProcess() {
    return new References(System::getenv);
  }

  /**
   * The value with all references in it replaced; what they stand for is taken as it is.
   *
   * @param key of the option, for messages
   * @throws AlmanacException INVALID_OPTION for a variable or file that is not there
   */
  public String resolve(String key, String value) {
    Matcher matcher = Reference.FORM.matcher(value);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String found =
          matcher.group(1).equals("env")
              ? variable(key, matcher.group(2))
              : content(key, matcher.group(2));
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(found));
    }
    return matcher.appendTail(resolved).toString();
  }

  private String variable(String key, String name) {
    String value = environment.apply(name);
    if (value == null) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot find the value of "
              + key
              + ": the environment of the Spark driver has no variable "
              + name
              + ". Set it where the driver is started.");
    }
    return value;
  }

  private static String content(String key, String file) {
    try {
      return Files.readString(Path.of(file)).stripTrailing();
    } catch (IOException | InvalidPathException e) {
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot find the value of "
              + key
              + ": the file "
              + file
              + " cannot be read on the machine of the Spark driver ("
              + e.getClass().getSimpleName()
              + "). Put it there, or grant the user that runs Spark the right to read it.",
          e);
    }
  }
}
