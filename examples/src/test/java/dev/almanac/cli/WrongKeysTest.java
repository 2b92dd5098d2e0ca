package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.store.Option;
import dev.almanac.store.Option.Scope;
import dev.almanac.store.Options;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of Almanac's on the command line: what is wrong is told before Spark is started. */
class WrongKeysTest {

  @TempDir private Path directory;
  private Map<String, String> conf = Map.of();
  private Cli cli;

  @BeforeEach
  void stopBeforeSpark() {
    cli = Cli.in(directory).stoppingBeforeSpark(settings -> conf = settings);
  }

  private String refused(String... arguments) {
    Cli.Result result = cli.run(arguments);
    assertThat(conf).as("Spark was not started").isEmpty();
    assertThat(result.code()).as(result.err()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("[ALMANAC_INVALID_")
        .contains("SQLSTATE: 42", "Usage: almanac --help")
        .doesNotContain("Exception", "\tat ");
    return result.err();
  }

  static Stream<Option> keys() {
    return Options.all().stream()
        .filter(option -> option.scope() == Scope.STORE && !option.isGroup());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyKeyIsNamedAsItWasWritten(Option option) {
    String ofStore = "s." + option + "=";
    String full = "spark.sql.catalog.lake.store.s." + option;

    assertThat(refused("--store", "s=.", "--store-option", ofStore, "SELECT 1"))
        .contains("of --store-option s." + option)
        .doesNotContain("spark.sql.catalog");
    assertThat(refused("--store-option", option + "=", "SELECT 1"))
        .contains("of --store-option " + option)
        .doesNotContain("spark.sql.catalog");
    assertThat(refused("--store", "s=.", "--conf", full + "=", "SELECT 1")).contains("of " + full);
    assertThat(refused("--store", "s=.", "--store-option", "s.x" + option + "=hidden", "SELECT 1"))
        .contains("Unknown option --store-option s.x" + option + " (did you mean " + option + "?)")
        .doesNotContain("hidden", "spark.sql.catalog");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--store;s=foo://h/d | Invalid value 'mongodb://h/d' of --store s: it is not one of files. Set --store-option s.connector = mongodb.",
        "--store;s=. --store-option;s.default-dates=lastest | Invalid value 'lastest' of --store-option s.default-dates (did you mean latest?)",
        "--store-option;sales.default-dates=all | The key --store-option sales.default-dates belongs to no store: a store needs at least its location",
        "--store;s=. --store-option;s.now=1 | Unknown option --store-option s.now: it is a key of a whole catalog",
        "--store-option;now=yesterday | Invalid value 'yesterday' of --store-option now",
        "--store;s=. --store-option;s.mongodb.uri=mongodb://u:hidden@h/d | The option --store-option s.mongodb.uri would be ignored: the connector of store s is folders, which has no use for it. Leave it out, or set --store-option s.connector = mongodb.",
        "--store;a..b=. | Invalid store prefix 'a..b'",
        "--store;s=s3://b/d --store-option;s.s3.access-key=hidden | --store-option s.s3.access-key is set without --store-option s.s3.secret-key",
        "--conf;spark.sql.catalog.lake.store.s.locaton=/d | spark.sql.catalog.lake.store.s.locaton",
        "--conf;spark.sql.catalog.lake.listing-threads=0 | It takes a whole number of threads, from 1 to 1000",
        "--store;http://h/x | Invalid value 'http://h/x' of --store: folders cannot be listed by http:",
        "--store-option;=x | Unknown option --store-option",
      })
  void theWayOutIsOneOfTheCommandLine(String arguments, String said) {
    String[] given = (arguments.replace("foo:", "mongodb:") + ";SELECT 1").split("[; ](?!1$)", -1);
    assertThat(refused(given)).contains(said).doesNotContain("hidden");
  }

  @ParameterizedTest
  @CsvSource({
    "spark.plugins, dev.almanac.ui.DatasetPlugin, dev.almanac.ui.DatasetsPlugin",
    "spark.sql.extensions, dev.almanac.AlmanacExtension, dev.almanac.AlmanacExtensions",
    "spark.sql.catalog.lake, dev.almanac.AlmanacCatalog, dev.almanac.catalog.AlmanacCatalog",
    "spark.sql.catalog.x, dev.almanac.catalog.AlmnacCatalog, dev.almanac.catalog.AlmanacCatalog",
  })
  void aMistypedClassIsNamed(String key, String name, String meant) {
    Cli.Result result = cli.run("--conf", key + "=" + name, "SELECT 1");
    assertThat(conf).isEmpty();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err())
        .contains("[ALMANAC_MISCONFIGURED] " + key + " names " + name)
        .contains("(did you mean " + meant + "?)");
  }

  @Test
  void aKeyWithDotsIsOneOfAllStoresWhereNoStoreIsCalledSo() {
    cli.run("--store-option", "s3.region=eu-west-1", "SELECT 1");
    assertThat(conf).containsEntry("spark.sql.catalog.lake.s3.region", "eu-west-1");

    cli.run("--store", "s3=s3://b", "--store-option", "s3.s3.region=eu-west-1", "SELECT 1");
    assertThat(conf).containsEntry("spark.sql.catalog.lake.store.s3.s3.region", "eu-west-1");
  }

  @Test
  void anotherCatalogOfThatNameIsNotOurs() {
    cli.run(
        "-c",
        "spark.sql.catalog.lake=org.example.Other",
        "-c",
        "spark.sql.catalog.lake.uri=x",
        "SELECT 1");
    assertThat(conf).containsEntry("spark.sql.catalog.lake.uri", "x");
  }
}
