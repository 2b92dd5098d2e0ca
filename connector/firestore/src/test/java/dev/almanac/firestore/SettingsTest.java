package dev.almanac.firestore;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.almanac.Condition;
import dev.almanac.store.Store;
import dev.almanac.store.Stores;
import dev.almanac.testing.Errors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys of a store say together: it is refused before anything is read. */
class SettingsTest {

  private static void register(String text) {
    Map<String, String> options = new HashMap<>(Map.of("connector", "firestore"));
    for (String option : text.split("; ", -1)) {
      String[] parts = option.split("=", 2);
      options.put(parts[0], parts[1]);
    }
    new Stores("lake", List.of("firestore"), SettingsTest::check).register(List.of("fs"), options);
  }

  private static void check(Store store) {
    FirestoreLocation.of(store);
    Connection.check(store, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "location=/data | Invalid value '/data' of location of store lake.fs: a Firestore database is written firestore://<project>/<database>",
        "location=firestore://My Project/d | Invalid value 'firestore://My Project/d' of location of store lake.fs: its part 'My Project' is wrong. It takes a project's id, which is not its name",
        "location=firestore://p/my_db | its part 'my_db' is wrong. It takes a database's id",
        "location=firestore://p/d/x | Invalid value 'firestore://p/d/x' of location of store lake.fs",
        "location=firestore:// | Invalid value 'firestore://' of location of store lake.fs",
        "location=firestore://p; firestore.emulator-host=h:1; firestore.endpoint=h:2 | firestore.emulator-host of store lake.fs and firestore.endpoint of store lake.fs are both set",
        "location=firestore://p; firestore.emulator-host=h:1; firestore.key-file=/k | firestore.emulator-host of store lake.fs and firestore.key-file of store lake.fs are both set",
        "location=firestore://p; firestore.anonymous=true; firestore.key-file=/k | firestore.key-file of store lake.fs is set, and firestore.anonymous = true of store lake.fs says to show no identity",
        "location=firestore://p; firestore.endpoint=http://h:1; firestore.key-file=/k | firestore.endpoint of store lake.fs is without encryption",
      })
  void contradictionsAreRefused(String options, String said) {
    Errors.thrownBy(Condition.INVALID_OPTION, () -> register(options)).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"firestore.database=d", "firestore.snapshot=false"})
  void aStoreWithoutAProjectNamesTheKey(String options) {
    Errors.thrownBy(Condition.INVALID_STORE, () -> register(options))
        .contains(
            "Cannot open store fs: it names no Google Cloud project. Set firestore.project-id of"
                + " store lake.fs, or location = firestore://<project>/<database> of store lake.fs.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location=firestore://p",
        "location=firestore://p/d",
        "firestore.project-id=p",
        "firestore.key-file=/k.json",
        "firestore.project-id=${env:PROJECT}; firestore.anonymous=${env:NOBODY}; firestore.key-file=/k",
        "location=firestore://p; firestore.endpoint=http://h:1; firestore.anonymous=true",
      })
  void whatGoesTogetherIsTaken(String options) {
    assertThatCode(() -> register(options)).doesNotThrowAnyException();
  }
}
