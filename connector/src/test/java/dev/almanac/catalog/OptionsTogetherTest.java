package dev.almanac.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.almanac.Almanac;
import dev.almanac.Condition;
import dev.almanac.testing.Errors;
import dev.almanac.testing.LakeTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no key shows by itself: it is refused when a store is registered, not when it is read. */
class OptionsTogetherTest extends LakeTest {

  /** Of {@code key=value; key=value}. */
  private static Map<String, String> options(String text) {
    Map<String, String> options = new HashMap<>();
    for (String option : text.split("; ", -1)) {
      String[] parts = option.split("=", 2);
      options.put(parts[0], parts[1]);
    }
    return options;
  }

  private void register(String text) {
    Almanac.registerStore(spark(), catalog, "s", options(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "location=/d; partition-scheme=mabel; date-column=dt | The option date-column = dt of store L.s would be ignored: only Hive's folders, key=value, have such a column, and it is partition-scheme = mabel of store L.s. Leave out the one or the other",
        "location=/d; partition-scheme={yyyy}/{mm}/{dd}; date-column=dt | set the scheme to hive",
        "location=/d; partition-scheme=none; default-dates=latest | The option default-dates = latest of store L.s would be ignored",
        "location=/d; partition-scheme=none; time-zone=Asia/Tokyo | The option time-zone = Asia/Tokyo of store L.s",
        "location=s3://b/d; s3.anonymous=true; s3.access-key=hidden; s3.secret-key=hidden | s3.anonymous = true of store L.s says to sign nothing, and there is s3.access-key of store L.s",
        "location=s3://b/d; s3.access-key=hidden | s3.access-key of store L.s is set without s3.secret-key of store L.s",
        "location=s3n://b/d; s3.session-token=hidden | s3.session-token of store L.s is set without s3.access-key of store L.s",
        "location=gs://b/d; gcs.anonymous=true; gcs.key-file=/k.json | gcs.anonymous = true of store L.s says to show no identity, and gcs.key-file of store L.s names one",
        "connector=mongodb; location=mongodb://h/db; mongodb.partitioner=sharded; mongodb.partitioner.options.chunkSize=5 | The option mongodb.partitioner.options.chunkSize of store L.s would be ignored: it is not one of the partitioner sharded. That has none.",
        "connector=mongodb; location=mongodb://h/db; mongodb.partitioner=sample; mongodb.partitioner.options.chunkSize=5 | Its options are: partition.field, partition.size, samples.per.partition.",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.minPoolSize=9; mongodb.options.maxPoolSize=5 | Invalid value '9' of mongodb.options.minPoolSize of store L.s: it is more than mongodb.options.maxPoolSize of store L.s, which is 5.",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.minPoolSize=101 | which is 100",
        "connector=mongodb; location=/data | Invalid value '/data' of location of store L.s: a store of the connector mongodb is at mongodb://host:port/database",
        "connector=mongodb | location of store L.s is not set, and neither is mongodb.uri of store L.s",
        "connector=mongodb; location=mongodb://h:port/db | Invalid value of location of store L.s, or of mongodb.options.*: The connection string contains an invalid host",
        "connector=mongodb; mongodb.uri=mongodb://user:hidden@h:99999/db | Invalid value of mongodb.uri of store L.s, or of mongodb.options.*:",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.loadBalanced=true; mongodb.options.replicaSet=r | Invalid value of location of store L.s, or of mongodb.options.*:",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.maxStalenessSeconds=90 | or of mongodb.options.*: Read preference mode must be specified if either read preference tags or max staleness is specified. SQLSTATE",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.aggregation.pipeline={match | Invalid value '{match' of mongodb.options.aggregation.pipeline of store L.s: it takes a stage",
        "connector=folders; location=mongodb://h/db | Invalid value 'mongodb://h/db' of location of store L.s: it is not one of files. Set connector = mongodb of store L.s.",
        "location=s4://b/d | Invalid value 's4://b/d' of location of store L.s (did you mean s3:?): no client for s4: is on Spark's class path.",
        "location=hdf://h/d | (did you mean hdfs:?)",
        "location=nosuch://h/d | no client for nosuch: is on Spark's class path. Common schemes are s3, gs, hdfs, abfss and file; for another, start Spark with its client's jar, and name the client's class by hadoop.fs.nosuch.impl of store L.s",
        "location=nosuch://h/d; hadoop.fs.nosuch.impl=org.example.None | no client for nosuch: is on Spark's class path",
        "location=C:/data | no client for c: is on",
        "location=file://data/lake | Invalid value 'file://data/lake' of location of store L.s (did you mean file:///data/lake?)",
        "location=s3:///d | it takes s3://<bucket>/<folder>",
        "location=s3:b | it takes a path, or a URI such as s3://bucket/folder",
        "location=s3://a b/d | the bucket's name with letters, digits, dots, hyphens and underscores only",
        "location=gs:///d | it takes gs://<bucket>/<folder>",
        "location=http://minio:9000/b | folders cannot be listed by http:. For a server that speaks S3, set location = s3://<bucket>/<folder> of store L.s and s3.endpoint = http://minio:9000 of store L.s",
        "location=${env:HOME}/d | Invalid value '${env:HOME}/d' of location of store L.s. Values that stand elsewhere are taken of s3.*, gcs.*, hadoop.*, firestore.* and mongodb.uri only",
        "location=s3://id:hidden@b/d | Invalid value of location of store L.s: it has a user or a secret before the '@'",
      })
  void contradictionsAreRefused(String options, String said) {
    Errors.thrownBy(Condition.INVALID_OPTION, () -> register(options))
        .contains(said.replace("L.s", catalog + ".s"))
        .doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "location=/d; partition-scheme=hive; date-column=dt",
        "location=/d; date-column=dt",
        "location=file:///d",
        "location=file:/d",
        "location=relative/d",
        "location=counting:/d",
        "location=nosuch://h/d; hadoop.fs.nosuch.impl=org.apache.hadoop.fs.LocalFileSystem",
        "location=s3://my_bucket.x/d; s3.access-key=k; s3.secret-key=s; s3.session-token=t",
        "location=s3://b/d; s3.anonymous=${env:ANONYMOUS}; s3.access-key=k; s3.secret-key=s",
        "location=hdfs:///d",
        "location=abfss://c@a.dfs.core.windows.net/d",
        "connector=mongodb; location=mongodb://h/db; mongodb.uri=${env:MONGO}",
        "connector=mongodb; mongodb.uri=${file:/run/secrets/mongo}",
        "connector=mongodb; location=mongodb+srv://nowhere.example.com/db",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.appName=a&b ;c",
        "connector=mongodb; location=mongodb://h/db; mongodb.options.minPoolSize=900; mongodb.options.maxPoolSize=0",
        "connector=mongodb; location=mongodb://h/db; hadoop.hadoop.security.credential.provider.path=jceks://file/x",
      })
  void whatGoesTogetherIsTaken(String options) {
    assertThatCode(() -> register(options)).doesNotThrowAnyException();
  }

  @Test
  void whatIsSaidForAllStoresIsForThoseThatItConcerns() {
    set("date-column", "dt");
    set("default-dates", "latest");
    set("mongodb.sample-size", "5");
    set("mongodb.partitioner.options.chunkSize", "5");
    set("s3.access-key", "k");
    set("s3.secret-key", "s");

    for (String options :
        new String[] {
          "location=/d; partition-scheme=none",
          "location=/d; partition-scheme=mabel",
          "connector=mongodb; location=mongodb://h/db; mongodb.partitioner=single",
          "location=s3://b/d"
        }) {
      assertThatCode(() -> register(options)).as(options).doesNotThrowAnyException();
      Almanac.unregisterStore(spark(), catalog, "s");
    }
  }

  @Test
  void aContradictionBetweenAStoreAndItsCatalogNamesBoth() {
    set("partition-scheme", "mabel");

    Errors.thrownBy(Condition.INVALID_OPTION, () -> register("location=/d; date-column=dt"))
        .contains(
            "The option date-column = dt of store " + catalog + ".s",
            "spark.sql.catalog." + catalog + ".partition-scheme = mabel");
  }

  @Test
  void oneOfTheStoresOfAConfigurationIsToldFromTheOthers() {
    set("store.good.location", "/d");
    set("store.bad.eu.location", "s3://b/d");
    set("store.bad.eu.s3.access-key", "hidden");

    Errors.thrownBy(Condition.INVALID_OPTION, () -> rows("SHOW TABLES IN " + catalog + ".good"))
        .contains("spark.sql.catalog." + catalog + ".store.bad.eu.s3.access-key is set without")
        .doesNotContain("hidden", "store.good");
  }

  @Test
  void aRegisteredStoreFollowsItsCatalog() {
    lake.file("t/" + day(1) + "/a.jsonl", "{\"id\":1}\n")
        .file("t/" + day(2) + "/a.jsonl", "{\"id\":2}\n");
    register("location=" + folder);
    set("default-dates", "all");
    assertThat(count("SELECT * FROM " + catalog + ".s.t")).isEqualTo(2);

    rows("ALTER NAMESPACE " + catalog + ".s SET DBPROPERTIES ('time-zone' = 'Asia/Tokyo')");
    set("default-dates", "latest");
    assertThat(column("SELECT id FROM " + catalog + ".s.t")).containsExactly("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${env:NO_SUCH_VARIABLE} | the environment of the Spark driver has no variable NO_SUCH_VARIABLE",
        "${file:/no/such/file} | the file /no/such/file cannot be read on the machine of the Spark driver",
        "${credential:nothing} | no key store is set",
      })
  void aReferenceThatLeadsNowhereIsNamedByEachWay(String value, String said) {
    set("store.c.location", "counting:" + folder);
    set("store.c.hadoop.fs.x", value);
    Almanac.registerStore(
        spark(), catalog, "r", Map.of("location", "counting:" + folder, "hadoop.fs.x", value));

    Map<String, String> places =
        Map.of(
            "SELECT * FROM %s.c.t", "spark.sql.catalog.%s.store.c.hadoop.fs.x",
            "SELECT * FROM %s.r.t", "hadoop.fs.x of store %s.r");
    places.forEach(
        (sql, place) ->
            Errors.thrownBy(Condition.INVALID_OPTION, () -> rows(sql.formatted(catalog)))
                .contains("Cannot find the value of " + place.formatted(catalog) + ": " + said));
    Errors.thrownBy(
            Condition.INVALID_OPTION,
            () ->
                spark()
                    .read()
                    .format("almanac")
                    .option("hadoop.fs.x", value)
                    .load("counting:" + folder))
        .contains("Cannot find the value of hadoop.fs.x: " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dates | write FOR and the dates behind the table's name",
        "default-dates | Set spark.sql.catalog.L.default-dates instead",
        "now | Set spark.sql.catalog.L.now instead",
        "csv.header | Set spark.sql.catalog.L.csv.header instead",
      })
  void anOptionOfATableIsNotIgnored(String key, String said) {
    lake.file("t/a.jsonl", "{\"id\":1}\n");

    Errors.thrownBy(
            Condition.INVALID_OPTION,
            () -> spark().read().option(key, "x").table(catalog + ".t").collectAsList())
        .contains("Cannot read " + catalog + ".t with the option " + key)
        .contains(said.replace("catalog.L", "catalog." + catalog));
    Errors.thrownBy(
            Condition.INVALID_OPTION,
            () -> rows("SELECT * FROM %s.t.files WITH (`%s` = 'x')".formatted(catalog, key)))
        .contains("Cannot read " + catalog + ".t.files with the option " + key);
    assertThat(spark().read().option("whatOthersHave", "x").table(catalog + ".t").count())
        .isEqualTo(1);
  }

  @Test
  void aCatalogWithoutStoresSaysSo() {
    String empty = newCatalog();
    for (String sql :
        new String[] {"SELECT * FROM %s.t", "SELECT * FROM %s.t VERSION AS OF 'LATEST'"}) {
      Errors.thrownBy(Condition.NO_SUCH_DATASET, () -> rows(sql.formatted(empty)))
          .contains("catalog " + empty + " has no store yet")
          .contains("Set spark.sql.catalog." + empty + ".location");
    }
  }

  @Test
  void theWayOfPathsIsNotOneOfOptions() {
    Errors.thrownBy(
            Condition.INVALID_OPTION,
            () -> spark().read().format("almanac").option("location", "/d").load(location()))
        .contains("Unknown option location: of the source almanac, it is what load(path) is given");
    Errors.thrownBy(
            Condition.INVALID_OPTION, () -> spark().read().format("almanac").load("nosuch://h/d"))
        .contains("Invalid value 'nosuch://h/d' of the path: no client for nosuch:");
    Errors.thrownBy(
            Condition.INVALID_OPTION,
            () -> spark().read().format("almanac").option("versionAsOf", "1").load(location()))
        .contains("Unknown option versionAsOf")
        .contains("takes the option dates");
  }

  @ParameterizedTest
  @CsvSource({
    "header, csv.header",
    "mode, mongodb.options.mode or csv.mode or json.mode",
    "access-key, s3.access-key",
    "fs.s3a.endpoint, hadoop.fs.s3a.endpoint",
    "uri, mongodb.uri",
  })
  void aKeyWithoutWhatIsBeforeItIsKnown(String key, String meant) {
    Errors.thrownBy(Condition.INVALID_OPTION, () -> register("location=/d; " + key + "=x"))
        .contains("Unknown option " + key + " of store")
        .contains("(did you mean " + meant + "?)");
  }

  @Test
  void prefixesAndNothingsAreRefusedInWords() {
    for (String prefix : new String[] {"", "a..b", " "}) {
      Errors.thrownBy(
              Condition.INVALID_STORE,
              () -> Almanac.registerStore(spark(), catalog, prefix, Map.of("location", "/d")))
          .contains("Cannot register a store by the prefix '" + prefix + "'");
    }
    Map<String, String> withNull = new HashMap<>(Map.of("location", "/d"));
    withNull.put("time-zone", null);
    Errors.thrownBy(
            Condition.INVALID_OPTION, () -> Almanac.registerStore(spark(), catalog, "s", withNull))
        .contains("Invalid value null of time-zone of store " + catalog + ".s");
  }
}
