package dev.almanac.store;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.util.Optional;

/**
 * The declaration of a configuration key: validation, reading and the documentation's tables all
 * start here, so a key that is not declared cannot be read. {@link Options} has them all.
 *
 * @param key as written; one that ends in {@code .*} stands for all keys that start so
 * @param scope where the key may stand
 * @param type what values it takes
 * @param defaultValue empty where there is none
 * @param description one or two sentences for the documentation, in Markdown
 */
public record Option(
    String key, Scope scope, ValueType type, String defaultValue, String description) {

  /** Where a key may stand. */
  public enum Scope {
    /**
     * {@code spark.sql.catalog.<catalog>.store.<prefix>.<key>}, or without {@code store.<prefix>.}
     * as the default of all stores of the catalog.
     */
    STORE,
    /** {@code spark.sql.catalog.<catalog>.<key>}. */
    CATALOG,
    /** An option of {@code spark.read.format("almanac")}. */
    READ
  }

  private static final String ANY = "*";

  static Option ofStore(String key, ValueType type, String defaultValue, String description) {
    return new Option(key, Scope.STORE, type, defaultValue, description);
  }

  /** Without a default. */
  static Option ofStore(String key, ValueType type, String description) {
    return ofStore(key, type, "", description);
  }

  /** Whether it stands for all keys that start as it does. */
  public boolean isGroup() {
    return key.endsWith(ANY);
  }

  /** Of a group: what its keys start with, such as {@code csv.}. */
  public String start() {
    return isGroup() ? key.substring(0, key.length() - ANY.length()) : key;
  }

  /** Whether a key is this one, in any case of letters. */
  public boolean matches(String name) {
    String start = start();
    return isGroup()
        ? name.length() > start.length() && name.regionMatches(true, 0, start, 0, start.length())
        : key.equalsIgnoreCase(name);
  }

  /**
   * Checks a value.
   *
   * @param name the key, of a group in full
   * @param place the key as the user wrote it, for the message
   * @throws AlmanacException INVALID_OPTION that names key, value and what is allowed; the values
   *     of secrets are not shown
   */
  public void check(String name, String place, String value) {
    boolean referring = Reference.takenBy(name);
    if (referring && Reference.isIn(value)) {
      return; // checked when it is looked up
    }
    if (referring && Reference.isMistyped(name, value)) {
      throw invalid(place, "", "", Reference.FORMS);
    }
    if (Reference.isIn(value)) {
      throw invalid(place, " '" + value + "'", "", Reference.ONLY_OF);
    }
    problem(name, value)
        .ifPresent(
            wanted -> {
              boolean secret = Secrets.isSecret(name);
              throw invalid(
                  place,
                  secret ? "" : " '" + value + "'",
                  secret ? "" : meant(name, value),
                  wanted);
            });
  }

  private Optional<String> problem(String name, String value) {
    return type.problem(isGroup() ? name.substring(start().length()) : name, value);
  }

  /** {@code " (did you mean x?)"}, or nothing. */
  private String meant(String name, String value) {
    String stripped = value.strip();
    return !stripped.equals(value) && problem(name, stripped).isEmpty()
        ? " (did you mean '" + stripped + "', without the space around it?)"
        : Suggestion.among(value, type.words());
  }

  private static RuntimeException invalid(
      String place, String shown, String suggestion, String wanted) {
    throw AlmanacException.of(
        Condition.INVALID_OPTION,
        "Invalid value" + shown + " of " + place + suggestion + ". " + wanted);
  }

  @Override
  public String toString() {
    return key;
  }
}
