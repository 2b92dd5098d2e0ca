package dev.almanac.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that say what Spark is started with. */
final class SessionOptions {

  private static final Pattern NAMED_STORE = Pattern.compile("([^=/:]+)=(.+)");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-s", "--store"},
      scope = ScopeType.INHERIT,
      paramLabel = "PREFIX=LOCATION",
      description =
          "A store: the tables lake.PREFIX.* are the folders below LOCATION, a path or a URI such as"
              + " s3a://bucket/folder. LOCATION alone stands in for the current directory.")
  private List<String> stores = List.of();

  @Option(
      names = "--store-option",
      scope = ScopeType.INHERIT,
      paramLabel = "PREFIX.KEY=VALUE",
      description = "An option of a store; KEY=VALUE is the default of all stores.")
  private Map<String, String> storeOptions = new LinkedHashMap<>();

  @Option(
      names = {"-c", "--conf"},
      scope = ScopeType.INHERIT,
      paramLabel = "KEY=VALUE",
      description = "Spark configuration, such as spark.sql.session.timeZone=Europe/Paris.")
  private Map<String, String> conf = new LinkedHashMap<>();

  private SessionSettings built; // null until settings are asked for

  /** Spark's configuration, where the options make sense. */
  SessionSettings settings(Console console) {
    SessionSettings.Builder settings = new SessionSettings.Builder().directory(console.directory());
    for (String store : stores) {
      Matcher named = NAMED_STORE.matcher(store);
      if (named.matches()) {
        settings.store(named.group(1), location(named.group(2), console.directory()));
      } else {
        settings.defaultStore(location(store, console.directory()));
      }
    }
    storeOptions.forEach(settings::storeOption);
    samples().ifPresent(settings::samples);
    conf.forEach(
        (key, value) -> {
          if (!key.startsWith("spark.")) {
            throw wrong("--conf takes keys that start with 'spark.', and " + key + " does not");
          }
          settings.set(key, value);
        });
    built = settings.build();
    try {
      built.check();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // Almanac's, which is a checked one, thrown unchecked
      throw wrong(built.asOptions(ErrorText.of(e)));
    }
    return built;
  }

  /** A message that names keys as the user wrote them. */
  String asWritten(String message) {
    return built == null ? message : built.asWritten(message);
  }

  /** The sample data, which lies beside the sources. */
  private static Optional<Path> samples() {
    return Optional.ofNullable(System.getProperty("almanac.home"))
        .map(home -> Path.of(home, "examples", "samples"))
        .filter(Files::isDirectory);
  }

  private String location(String written, Path directory) {
    try {
      return StoreLocation.of(written, directory);
    } catch (IllegalArgumentException e) {
      throw wrong("Cannot use --store " + written + ": " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
