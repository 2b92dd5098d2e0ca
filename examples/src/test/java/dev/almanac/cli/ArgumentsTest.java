package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the arguments mean, seen where Spark would be started with it. */
class ArgumentsTest {

  @TempDir private Path directory;
  private Map<String, String> conf = Map.of();
  private Cli cli;

  @BeforeEach
  void stopBeforeSpark() {
    cli = Cli.in(directory).stoppingBeforeSpark(settings -> conf = settings);
  }

  @Test
  void theCurrentDirectoryIsTheStoreWithoutPrefix() {
    run("SELECT 1");
    assertThat(conf)
        .containsEntry("spark.sql.catalog.lake", "dev.almanac.catalog.AlmanacCatalog")
        .containsEntry("spark.sql.catalog.lake.location", "file:" + directory)
        .containsEntry("spark.sql.extensions", "dev.almanac.AlmanacExtensions")
        .containsEntry("spark.sql.defaultCatalog", "lake")
        .containsEntry("spark.sql.session.timeZone", "UTC");
  }

  @Test
  void storesLieWhereTheyAreSaidTo() throws IOException {
    Path spaced = Files.createDirectory(directory.resolve("my data"));
    run("--store", "a.b=my data", "-s", "c=s3a://bucket/x=1/y", "--store", ".", "SELECT 1");
    assertThat(conf)
        .containsEntry("spark.sql.catalog.lake.store.a.b.location", "file:" + spaced)
        .containsEntry("spark.sql.catalog.lake.store.c.location", "s3a://bucket/x=1/y")
        .containsEntry("spark.sql.catalog.lake.location", "file:" + directory);
  }

  @Test
  void aLocationWithEqualsIsNoPrefix() {
    run("--store", "s3a://bucket/x=1", "SELECT 1");
    assertThat(conf).containsEntry("spark.sql.catalog.lake.location", "s3a://bucket/x=1");
  }

  @Test
  void theHomeDirectoryIsKnown() {
    run("--store", "h=~", "SELECT 1");
    assertThat(conf)
        .containsEntry(
            "spark.sql.catalog.lake.store.h.location", "file:" + System.getProperty("user.home"));
  }

  @Test
  void optionsBelongToAStoreOrToTheOneWithoutPrefix() {
    run(
        "--store=sales=.",
        "--store-option=sales.partition-scheme=hive",
        "--store-option=default-dates=latest",
        "SELECT 1");
    assertThat(conf)
        .containsEntry("spark.sql.catalog.lake.store.sales.partition-scheme", "hive")
        .containsEntry("spark.sql.catalog.lake.default-dates", "latest");
  }

  @Test
  void sparksConfigurationWins() {
    run("-c", "spark.master=local[1]", "--conf=spark.sql.session.timeZone=Asia/Tokyo", "SELECT 1");
    assertThat(conf)
        .containsEntry("spark.master", "local[1]")
        .containsEntry("spark.sql.session.timeZone", "Asia/Tokyo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT;1             | SQL is one argument: put it in quotes",
        "''                   | There is no SQL to run",
        "-- nothing           | There is no SQL to run",
        "--nope;x             | Unknown option: '--nope'",
        "--format;xml;x       | Invalid value for option '--format'",
        "--format;parquet;x   | name a file to write it to with --output",
        "--limit;-1;x         | --limit takes a number of rows, or 0 for all of them, and not -1",
        "--limit;few;x        | Invalid value for option '--limit'",
        "--conf;key=1;x       | --conf takes keys that start with 'spark.', and key does not",
        "--store;a=missing;x  | Cannot use --store missing: no such folder:",
        "--file;missing.sql   | Cannot read",
        "-f;a.sql;SELECT 1    | as an argument or from a file, not both",
        "-o;no/such/x.csv;x   | there is no folder",
      })
  void wrongUsageIsToldInALine(String arguments, String message) {
    Cli.Result result = cli.run(arguments.split(";", -1));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message).contains("Usage: almanac --help");
    assertThat(result.err().lines()).hasSizeLessThanOrEqualTo(3);
    assertThat(conf).as("Spark was not started").isEmpty();
  }

  @Test
  void aFileIsNoStore() throws IOException {
    Files.createFile(directory.resolve("data.csv"));
    assertThat(cli.run("--store", "a=data.csv", "SELECT 1").err())
        .contains("data.csv is a file: name the folder that holds it");
  }

  @Test
  void helpNamesTheOptionsAndSubcommands() {
    Cli.Result result = cli.run("--help");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("--store", "--format", "table, csv, json, jsonl, markdown, parquet", "generate");
  }

  @Test
  void versionNamesSpark() {
    assertThat(cli.run("--version").out()).contains("Almanac", "Spark 4.", "Java");
  }

  private void run(String... arguments) {
    Cli.Result result = cli.run(arguments);
    assertThat(result.err()).isEqualToIgnoringNewLines("settings taken");
    assertThat(result.code()).isOne();
  }
}
