package dev.almanac.files;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.SessionConf;
import dev.almanac.store.Options;
import dev.almanac.store.Reference;
import dev.almanac.store.Store;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Values that stand elsewhere: {@code ${env:NAME}} is an environment variable, {@code
 * ${file:/path}} what a file says, without the line break at its end, {@code ${credential:alias}}
 * what Hadoop's key stores have. They are looked up whenever a store is used, so that a changed
 * file counts, and kept nowhere.
 */
public final class References {

  private static final String KEY_STORES =
      CredentialProviderFactory
          .CREDENTIAL_PROVIDER_PATH; // hadoop.security.credential.provider.path

  private final UnaryOperator<String> environment;
  private final Supplier<Configuration> keyStores;

  References(UnaryOperator<String> environment, Supplier<Configuration> keyStores) {
    this.environment = environment;
    this.keyStores = keyStores;
  }

  /**
   * References to this process's environment, which is the driver's, and to the key stores that the
   * store's {@code hadoop.*} keys name, or the session's.
   */
  public static References of(Store store) {
    return new References(System::getenv, () -> keyStores(store));
  }

  private static Configuration keyStores(Store store) {
    Configuration hadoop = SessionConf.hadoop(SparkSession.active());
    String own = store.options().asMap().get("hadoop." + KEY_STORES);
    if (own != null) {
      hadoop.set(KEY_STORES, own);
    }
    return hadoop;
  }

  /**
   * A store with the references replaced in its options whose keys start so. What they stand for is
   * checked now: nobody could before.
   *
   * @throws AlmanacException INVALID_OPTION
   */
  public Store resolve(Store store, String... starts) {
    return store.with(
        (key, value) -> {
          String lower = key.toLowerCase(Locale.ROOT);
          if (Stream.of(starts).noneMatch(lower::startsWith)) {
            return value;
          }
          String found = resolve(store.place(key), value);
          if (!found.equals(value)) {
            Options.check(key, store.place(key), found);
          }
          return found;
        });
  }

  /**
   * The value with all references in it replaced; what they stand for is taken as it is.
   *
   * @param key of the option as the user wrote it, for messages
   * @throws AlmanacException INVALID_OPTION for what is not there
   */
  public String resolve(String key, String value) {
    Matcher matcher = Reference.FORM.matcher(value);
    StringBuilder resolved = new StringBuilder();
    while (matcher.find()) {
      String found =
          switch (matcher.group(1)) {
            case "env" -> variable(key, matcher.group(2));
            case "file" -> content(key, matcher.group(2));
            default -> credential(key, matcher.group(2));
          };
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(found));
    }
    return matcher.appendTail(resolved).toString();
  }

  private String variable(String key, String name) {
    String value = environment.apply(name);
    if (value == null) {
      throw notFound(
          key,
          "the environment of the Spark driver has no variable "
              + name
              + ". Set it where the driver is started.",
          null);
    }
    return value;
  }

  private static String content(String key, String file) {
    try {
      return Files.readString(Path.of(file)).stripTrailing();
    } catch (IOException | InvalidPathException e) {
      throw notFound(
          key,
          "the file "
              + file
              + " cannot be read on the machine of the Spark driver ("
              + why(e)
              + "). Put it there, or grant the user that runs Spark the right to read it.",
          e);
    }
  }

  private static String why(Exception error) {
    if (error instanceof NoSuchFileException) {
      return "it is not there";
    } else if (error instanceof AccessDeniedException) {
      return "access is denied";
    } else if (error instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    return String.valueOf(error.getMessage());
  }

  private String credential(String key, String alias) {
    Configuration hadoop = keyStores.get();
    String where = hadoop.get(KEY_STORES, "");
    char[] found;
    try {
      found = hadoop.getPasswordFromCredentialProviders(alias);
    } catch (IOException e) {
      throw notFound(
          key,
          "the key stores of "
              + KEY_STORES
              + " ("
              + where
              + ") cannot be opened. Check their paths"
              + " and password.",
          e);
    }
    if (found == null) {
      throw notFound(
          key,
          where.isEmpty()
              ? "no key store is set. Name one by hadoop." + KEY_STORES + "."
              : "the key stores of "
                  + KEY_STORES
                  + " ("
                  + where
                  + ") have no alias "
                  + alias
                  + ". Add it with: hadoop credential create "
                  + alias
                  + ".",
          null);
    }
    return new String(found);
  }

  /**
   * @param cause may be null
   */
  private static RuntimeException notFound(String key, String why, Exception cause) {
    String message = "Cannot find the value of " + key + ": " + why;
    throw cause == null
        ? AlmanacException.of(Condition.INVALID_OPTION, message)
        : AlmanacException.of(Condition.INVALID_OPTION, message, cause);
  }
}
