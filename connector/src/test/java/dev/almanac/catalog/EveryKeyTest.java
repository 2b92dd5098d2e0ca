package dev.almanac.catalog;

import dev.almanac.Almanac;
import dev.almanac.Condition;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.Option;
import dev.almanac.store.Option.Scope;
import dev.almanac.store.Options;
import dev.almanac.store.Secrets;
import dev.almanac.testing.Errors;
import dev.almanac.testing.KeyValues;
import dev.almanac.testing.LakeTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every key that is declared, with a wrong value, by each way that a user has to set it: the error
 * names the key as it was written there, the value unless it is a secret, and what is right. All
 * wrong values of a key are tried by OptionsTest, which needs no Spark; the command line has a test
 * of its own, beside it.
 */
class EveryKeyTest extends LakeTest {

  /** A way to set a store's key. */
  private enum Way {
    /** The key is there when the catalog is first used. */
    AT_START {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        test.catalog = newCatalog();
        test.remember("");
        store.forEach((own, set) -> test.put("store.s." + own, set));
        test.put("store.s." + key, value);
        test.use();
      }

      @Override
      String place(String catalog, String key) {
        return "spark.sql.catalog." + catalog + ".store.s." + key;
      }
    },
    /** The catalog has been used before. */
    BY_CONF_SET {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        store.forEach((own, set) -> test.put("store.s." + own, set));
        test.use();
        test.put("store.s." + key, value);
        test.use();
      }

      @Override
      String place(String catalog, String key) {
        return "spark.sql.catalog." + catalog + ".store.s." + key;
      }
    },
    /** SQL, which takes no value that is blank. */
    BY_SET {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        test.use();
        store.forEach((own, set) -> test.put("store.s." + own, set));
        spark().sql("SET `%s`=`%s`".formatted(place(test.catalog, key), value));
        test.remember("store.s." + key);
        test.use();
      }

      @Override
      String place(String catalog, String key) {
        return "spark.sql.catalog." + catalog + ".store.s." + key;
      }
    },
    FOR_ALL_STORES {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        store.forEach((own, set) -> test.put("store.s." + own, set));
        test.put(key, value);
        test.use();
      }

      @Override
      String place(String catalog, String key) {
        return "spark.sql.catalog." + catalog + "." + key;
      }
    },
    CREATE_NAMESPACE {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        Map<String, String> options = with(store, key, value);
        String location = options.remove(DatasetOptions.LOCATION.key());
        spark()
            .sql(
                "CREATE NAMESPACE %s.s LOCATION %s WITH DBPROPERTIES (%s)"
                    .formatted(test.catalog, literal(location), list(options, "=")));
      }
    },
    ALTER_NAMESPACE {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        Almanac.registerStore(spark(), test.catalog, "s", store);
        spark()
            .sql(
                DatasetOptions.LOCATION.matches(key)
                    ? "ALTER NAMESPACE %s.s SET LOCATION %s".formatted(test.catalog, literal(value))
                    : "ALTER NAMESPACE %s.s SET DBPROPERTIES (%s)"
                        .formatted(test.catalog, list(Map.of(key, value), "=")));
      }
    },
    CALL {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        Map<String, String> options = with(store, key, value);
        String location = options.remove(DatasetOptions.LOCATION.key());
        spark()
            .sql(
                "CALL %s.system.register_store(prefix => 's', location => %s, options => map(%s))"
                    .formatted(test.catalog, literal(location), list(options, ",")));
      }
    },
    JAVA {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        Almanac.registerStore(spark(), test.catalog, "s", with(store, key, value));
      }
    },
    READ {
      @Override
      void set(EveryKeyTest test, Map<String, String> store, String key, String value) {
        Map<String, String> options = with(store, key, value);
        String location = options.remove(DatasetOptions.LOCATION.key());
        spark().read().format("almanac").options(options).load(location);
      }

      @Override
      String place(String catalog, String key) {
        return key;
      }
    };

    /** Sets it, for a store that can use it, and uses the catalog. */
    abstract void set(EveryKeyTest test, Map<String, String> store, String key, String value);

    /** How the user wrote the key. */
    String place(String catalog, String key) {
      return key + " of store " + catalog + ".s";
    }

    private static Map<String, String> with(Map<String, String> store, String key, String value) {
      Map<String, String> options = new HashMap<>(store);
      options.put(key, value);
      return options;
    }

    private static String list(Map<String, String> options, String between) {
      return options.entrySet().stream()
          .map(option -> literal(option.getKey()) + between + literal(option.getValue()))
          .collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
      return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
  }

  private final List<String> keysSet = new ArrayList<>();
  private String first; // catalog, where a way opens others

  @BeforeEach
  void open() {
    first = catalog;
  }

  private void put(String key, String value) {
    remember(key);
    set(key, value);
  }

  private void remember(String key) {
    keysSet.add(("spark.sql.catalog." + catalog + "." + key).replaceFirst("\\.$", ""));
  }

  /** What looks at the configuration, and does nothing else. */
  private void use() {
    Almanac.unregisterStore(spark(), catalog, "nothing");
  }

  /** Puts everything back. */
  @AfterEach
  void mend() {
    keysSet.forEach(spark().conf()::unset);
    keysSet.clear();
    catalog = first;
    Almanac.unregisterStore(spark(), catalog, "s");
  }

  private static List<Option> options(Scope scope) {
    return Options.all().stream().filter(option -> option.scope() == scope).toList();
  }

  private static AbstractStringAssert<?> refused(ThrowingCallable action) {
    return Errors.thrownBy(Condition.INVALID_OPTION, action);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aWrongValueIsNamed(Way way) {
    for (Option option : options(Scope.STORE)) {
      String key = option.key();
      String value = ".";
      if (option.isGroup()) {
        Map.Entry<String, String> wrong = new TreeMap<>(KeyValues.wrongOfGroup(option)).lastEntry();
        key = wrong.getKey();
        value = wrong.getValue();
      } else {
        value = aWrong(option, way == Way.BY_SET ? "[^ ].*" : ".+");
      }
      if (way == Way.READ && DatasetOptions.LOCATION.equals(option)) {
        continue; // which is what load(..) is given
      }
      Map<String, String> store = KeyValues.storeFor(option);
      String set = key;
      String wrong = value;
      AbstractStringAssert<?> message = refused(() -> way.set(this, store, set, wrong));

      message.contains(way.place(catalog, key));
      if (Secrets.isSecret(key)) {
        message.contains("Invalid value of").doesNotContain("'" + value + "'");
      } else if (!DatasetOptions.LOCATION.equals(option)) {
        message.contains("Invalid value '" + value + "' of ");
      }
      option
          .type()
          .problem(option.isGroup() ? key.substring(option.start().length()) : key, value)
          .ifPresentOrElse(
              message::contains, () -> message.contains("The valid values are: firestore"));
      mend();
    }
    use(); // and all is well again
  }

  /** A wrong value of a form. */
  private static String aWrong(Option option, String form) {
    return KeyValues.wrong(option).stream()
        .filter(value -> value.matches(form))
        .reduce((one, other) -> other)
        .orElse("  ");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aMistypedKeyIsNamedWithWhatWasMeant(Way way) {
    for (String key :
        List.of("default-dates", "s3.access-key", "mongodb.uri", "firestore.page-size")) {
      String typo = KeyValues.mistyped(key);

      refused(() -> way.set(this, Map.of("location", location()), typo, "hidden"))
          .contains("Unknown option " + way.place(catalog, typo))
          .contains("(did you mean " + key + "?)")
          .doesNotContain("hidden");
      mend();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aKeyOfSomethingElseIsSaidToBeOne(Way way) {
    if (way != Way.FOR_ALL_STORES) {
      for (Option option : options(Scope.CATALOG)) {
        refused(() -> way.set(this, Map.of("location", location()), option.key(), "1"))
            .contains("Unknown option " + way.place(catalog, option.key()) + ": it is ")
            .contains("a key of a whole catalog, spark.sql.catalog.<catalog>." + option);
        mend();
      }
    }
    if (way != Way.READ) {
      for (Option option : options(Scope.READ)) {
        refused(() -> way.set(this, Map.of("location", location()), option.key(), "1"))
            .contains("Unknown option " + way.place(catalog, option.key()) + ": it is ")
            .contains("an option of spark.read.format(\"almanac\") only");
        mend();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aKeyOfAnotherConnectorOrClientIsNotIgnored(Way way) {
    if (way == Way.FOR_ALL_STORES) {
      return; // some stores may have a use for it: a warning, see CatalogTest
    }
    Map<String, String> foreign =
        Map.of(
            "mongodb.uri", "mongodb://user:hidden@h/db",
            "mongodb.sample-size", "5",
            "firestore.page-size", "5",
            "s3.secret-key", "hidden",
            "gcs.project-id", "p");
    foreign.forEach(
        (key, value) -> {
          Map<String, String> store = Map.of("location", "file:" + folder);
          AbstractStringAssert<?> message = refused(() -> way.set(this, store, key, value));

          message
              .contains("The option " + way.place(catalog, key) + " would be ignored: ")
              .doesNotContain("hidden");
          String connector = key.substring(0, key.indexOf('.'));
          message.contains(
              connector.length() > 3
                  ? "or set " + way.place(catalog, "connector = " + connector)
                  : way == Way.READ
                      ? "or give the path another value"
                      : "or give " + way.place(catalog, "location") + " another value");
          mend();
        });
  }

  @Test
  void aKeyOfAConnectorIsOneOfItsStoresOnly() {
    for (Option option : options(Scope.STORE)) {
      String connector = KeyValues.connector(option);
      boolean any =
          Set.of("connector", "location", "hadoop.*").contains(option.key())
              || option.equals(DatasetOptions.TIME_ZONE);
      Map<String, String> other =
          connector.equals("folders")
              ? Map.of("connector", "mongodb", "location", "mongodb://h/db")
              : Map.of("location", location());
      String value = KeyValues.right(option).stream().findFirst().orElse("x");
      if (!any && !option.isGroup() && option.type().problem(option.key(), value).isEmpty()) {
        refused(() -> Way.JAVA.set(this, other, option.key(), value))
            .contains("The option " + option + " of store " + catalog + ".s would be ignored");
      }
    }
  }

  static List<Option> ofCatalogs() {
    return options(Scope.CATALOG);
  }

  @ParameterizedTest
  @MethodSource("ofCatalogs")
  void aWrongValueOfACatalogsKeyIsNamed(Option option) {
    for (String value : KeyValues.wrong(option)) {
      put(option.key(), value);
      refused(this::use)
          .contains("Invalid value '" + value + "' of spark.sql.catalog." + catalog + "." + option)
          .contains("It takes ");
    }
    mend();
    String typo = KeyValues.mistyped(option.key());
    put(typo, "1");
    refused(this::use)
        .contains("Unknown option spark.sql.catalog." + catalog + "." + typo)
        .contains("(did you mean " + option + "?)");
  }

  static List<Option> ofReads() {
    return options(Scope.READ);
  }

  @ParameterizedTest
  @MethodSource("ofReads")
  void aWrongValueOfAReadsOptionIsNamed(Option option) {
    for (String value : KeyValues.wrong(option)) {
      refused(
              () ->
                  spark()
                      .read()
                      .format("almanac")
                      .options(Map.of("path", location()))
                      .option(option.key(), value)
                      .load())
          .containsPattern("It takes a |give it to load\\(path\\)");
    }
  }
}
