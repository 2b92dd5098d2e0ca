package dev.almanac.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.spark.TextOptions;
import dev.almanac.store.Option.Scope;
import dev.almanac.store.ValueType.Form;
import dev.almanac.store.ValueType.Text;
import dev.almanac.testing.KeyValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key that is declared, with values that it takes, and with values that it does not. */
class OptionsTest {

  private static final List<String> CONNECTORS = List.of("firestore", "folders", "mongodb");

  static Stream<Arguments> wrongValues() {
    return Options.all().stream()
        .filter(option -> option.scope() != Scope.READ)
        .flatMap(
            option ->
                KeyValues.wrong(option).stream()
                    .map(value -> Arguments.of(option, option.key(), value)));
  }

  static Stream<Arguments> rightValues() {
    return Options.all().stream()
        .filter(option -> option.scope() != Scope.READ)
        .flatMap(
            option ->
                KeyValues.right(option).stream()
                    .map(value -> Arguments.of(option, option.key(), value)));
  }

  private static Map<String, String> keys(Option option, String start, String key, String value) {
    Map<String, String> keys = new HashMap<>();
    keys.put("location", "/data");
    KeyValues.storeFor(option).forEach((own, set) -> keys.put("store.a." + own, set));
    keys.put((option.scope() == Scope.STORE ? start : "") + key, value);
    return keys;
  }

  private static void configure(Map<String, String> keys) {
    new Stores("lake", CONNECTORS).configure(keys);
  }

  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource("wrongValues")
  void aWrongValueIsNamedWithItsKeyAndWhatIsAllowed(Option option, String key, String value) {
    for (String start : List.of("store.a.", "")) {
      String place = "spark.sql.catalog.lake." + (option.scope() == Scope.STORE ? start : "") + key;

      assertThatThrownBy(() -> configure(keys(option, start, key, value)))
          .isInstanceOfSatisfying(
              AlmanacException.class,
              e -> assertThat(e.condition()).isEqualTo(Condition.INVALID_OPTION))
          .hasMessageContaining(place)
          .hasMessageMatching("(?s).*(It takes |The valid values are|It is |Set ).*")
          .satisfies(
              e -> {
                if (Secrets.isSecret(key)) {
                  assertThat(e.getMessage()).contains("Invalid value of");
                } else if (!option.equals(DatasetOptions.LOCATION)) {
                  assertThat(e.getMessage()).contains("'" + value + "'");
                }
              });
    }
  }

  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource("wrongValues")
  void soIsOneThatIsGivenToAStatementOrARead(Option option, String key, String value) {
    if (option.scope() != Scope.STORE) {
      return;
    }
    Map<String, String> options = new HashMap<>(KeyValues.storeFor(option));
    options.put(key, value);
    Stores stores = new Stores("lake", CONNECTORS);

    assertThatThrownBy(() -> stores.register(List.of("eu", "shop"), options))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining(key + " of store lake.eu.shop");
    assertThatThrownBy(() -> Stores.source(options, CONNECTORS))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining(option.equals(DatasetOptions.LOCATION) ? "the path" : key)
        .hasMessageNotContaining("of store");
  }

  static Stream<Arguments> rightValuesOfFewForms() {
    return rightValues()
        .filter(
            arguments ->
                !(arguments.get()[0] instanceof Option option
                    && (option.type() instanceof Text || option.type() instanceof Form)));
  }

  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource("rightValuesOfFewForms")
  void spaceAroundAValueIsPointedOut(Option option, String key, String value) {
    for (String spaced : List.of(value + " ", " " + value, value + "\t")) {
      assertThatThrownBy(() -> configure(keys(option, "store.a.", key, spaced)))
          .hasMessageContaining(key)
          .satisfies(
              e -> {
                if (!Secrets.isSecret(key)) {
                  assertThat(e.getMessage())
                      .contains("'" + spaced + "'")
                      .contains("(did you mean '" + value + "', without the space around it?)");
                }
              });
    }
  }

  @Test
  void anEmptySchemeIsOneToLeaveOut() {
    assertThatThrownBy(() -> configure(Map.of("location", "/d", "partition-scheme", "")))
        .hasMessageContaining(
            "Invalid value '' of spark.sql.catalog.lake.partition-scheme. To have it found out,"
                + " leave the key out. It is mabel, none, hive, or a template")
        .hasMessageNotContaining("empty element");
  }

  @ParameterizedTest(name = "{1} = {2}")
  @MethodSource("rightValues")
  void aRightValueIsTaken(Option option, String key, String value) {
    assertThatCode(() -> configure(keys(option, "store.a.", key, value)))
        .doesNotThrowAnyException();
    assertThatCode(() -> configure(keys(option, "", key, value))).doesNotThrowAnyException();
  }

  static Stream<String> mistyped() {
    return Options.all().stream()
        .filter(option -> option.scope() == Scope.STORE && !option.isGroup())
        .map(Option::key);
  }

  @ParameterizedTest
  @MethodSource("mistyped")
  void theLikeliestKeyIsNamed(String key) {
    String typo = KeyValues.mistyped(key);

    assertThatThrownBy(() -> configure(Map.of("store.a.location", "/a", "store.a." + typo, "x")))
        .hasMessageContaining("Unknown option spark.sql.catalog.lake.store.a." + typo)
        .hasMessageContaining("(did you mean " + key + "?)");
  }

  @ParameterizedTest
  @CsvSource({
    "locaton, did you mean location?",
    "sales.location, did you mean store.sales.location?",
    "stor.sales.location, did you mean store.sales.location?",
    "store.sales.locaton, did you mean spark.sql.catalog.lake.store.sales.location?",
    "s3.acces-key, did you mean s3.access-key?",
    "s3.nothing-like-it, 's3.endpoint, s3.region, s3.path-style, s3.access-key'",
    "nothing-like-it, 'merge-schema, schema-sample-rows, csv.*, tsv.*'",
    "nw, did you mean now?",
    "csv, did you mean csv.*?",
  })
  void unknownKeysOfACatalog(String key, String said) {
    assertThatThrownBy(() -> configure(Map.of(key, "/x")))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("spark.sql.catalog.lake." + key)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv.headr | true | no option headr (did you mean header?)",
        "csv.header | ja | header flag can be true or false",
        "csv.mode | strict | PERMISSIVE, DROPMALFORMED, FAILFAST",
        "csv.multiLine | ja | ja",
        "csv.maxColumns | x | maxColumns should be an integer",
        "csv.quote | \"\"\" | quote cannot be more than one character",
        "csv.timeZone | Mars | Mars",
        "csv.encoding | utf-9 | utf-9",
        "csv.dateFormat | bbbb | bbbb",
        "tsv.timestampFormat | yyyy-QQQQQQ | QQQQQQ",
        "psv.unescapedQuoteHandling | x | UnescapedQuoteHandling.X",
        "json.mod | FAILFAST | no option mod (did you mean mode?)",
        "json.mode | FAILFST | PERMISSIVE, DROPMALFORMED, FAILFAST",
        "json.allowComments | ja | ja",
        "json.maxNestingDepth | deep | deep",
        "json.samplingRatio | all | all",
        "hadoop.fs.s3a end | x | a name without spaces",
        "hadoop.spark.hadoop.fs.s3a.endpoint | x | without spark.hadoop. before it",
        "hadoop.fs. | x | as Hadoop has it",
      })
  void whatGoesToAReaderIsCheckedByIt(String key, String value, String said) {
    assertThatThrownBy(() -> configure(Map.of("location", "/d", key, value)))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("Invalid value '" + value + "' of spark.sql.catalog.lake." + key)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource({
    "csv.header, false",
    "csv.HEADER, FALSE",
    "csv.nullValue, ''",
    "csv.sep, ;",
    "csv.dateFormat, dd.MM.yyyy",
    "csv.timestampFormat, dd.MM.yyyy HH:mm",
    "json.encoding, UTF-16LE",
    "json.mode, failfast",
    "json.maxStringLen, 100",
    "hadoop.fs.s3a.endpoint, ''",
    "hadoop.anything.at.all, x",
  })
  void whatAReaderTakesIsTaken(String key, String value) {
    assertThatCode(() -> configure(Map.of("location", "/d", key, value)))
        .doesNotThrowAnyException();
  }

  @Test
  void sparksReadersHaveTheOptionsThatTheDocumentationNames() {
    assertThat(TextOptions.CSV.names()).contains("header", "sep", "delimiter", "mode", "encoding");
    assertThat(TextOptions.JSON.names()).contains("mode", "multiLine", "maxNestingDepth");
  }

  @Test
  void keysMayBeInAnyCaseOfLetters() {
    Stores stores = new Stores("lake", CONNECTORS);
    stores.configure(Map.of("Location", "/d", "Default-Dates", "latest", "store.a.Location", "/a"));

    assertThat(stores.find(List.of()).orElseThrow().options().defaultDates())
        .isEqualTo(StoreOptions.DefaultDates.LATEST);
    assertThat(stores.find(List.of("a")).orElseThrow().location()).isEqualTo("/a");
  }

  @ParameterizedTest
  @CsvSource({
    "s3.secret-key, ${evn:KEY}",
    "s3.secret-key, ${env:}",
    "s3.path-style, ${KEY}",
    "gcs.key-file, ${file:/x",
    "mongodb.uri, mongodb://${user}@h/",
  })
  void aReferenceThatIsNoneIsNotTakenForTheValue(String key, String value) {
    assertThatThrownBy(() -> configure(Map.of("location", "/d", key, value)))
        .hasMessageContaining("spark.sql.catalog.lake." + key)
        .hasMessageContaining("${env:NAME}")
        .hasMessageContaining("${file:/path}");
  }

  @Test
  void aReferenceIsCheckedWhenItIsLookedUp() {
    assertThatCode(() -> configure(Map.of("location", "/d", "s3.path-style", "${env:STYLE}")))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> Options.check("s3.path-style", "s3.path-style of store lake.s", "virtual"))
        .hasMessageContaining("Invalid value 'virtual' of s3.path-style of store lake.s");
  }

  @ParameterizedTest
  @CsvSource({"mongodb://h/db, mongodb", "mongodb+srv://h/db, mongodb", "firestore://p, firestore"})
  void aLocationOfAnotherConnectorNamesTheLineToAdd(String location, String connector) {
    assertThatThrownBy(() -> configure(Map.of("store.a.location", location)))
        .hasMessageContaining("Set spark.sql.catalog.lake.store.a.connector = " + connector);
    assertThatCode(
            () -> configure(Map.of("store.a.location", location, "store.a.connector", connector)))
        .doesNotThrowAnyException();
  }

  @Test
  void noKeyIsDeclaredTwice() {
    assertThat(Options.all().stream().map(Option::key)).doesNotHaveDuplicates();
  }
}
