package dev.almanac.cli;

import dev.almanac.generate.DailyData;
import dev.almanac.generate.DatedTable;
import dev.almanac.generate.ExampleLake;
import dev.almanac.generate.Layout;
import dev.almanac.generate.RowFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./almanac generate [options] FOLDER}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes TPC-H's orders and line items as daily data: FOLDER/orders by the day of the order,"
          + " FOLDER/lineitem by the day of the shipment.",
      ""
    })
final class GenerateCommand implements Callable<Integer> {

  private static final List<String> OF_TPCH =
      List.of("--tables", "--scale", "--from", "--to", "--format", "--layout", "--hourly");

  @Spec private CommandSpec spec;
  @ParentCommand private QueryCommand parent;

  @Parameters(paramLabel = "FOLDER", description = "Where to; it is made.")
  private Path folder;

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "TABLE",
      description = "Which of: ${COMPLETION-CANDIDATES}. Default: both.")
  private List<DatedTable> chosen = List.of(); // not all of them: each run would load TPC-H's

  @Option(
      names = "--scale",
      paramLabel = "FACTOR",
      description = "TPC-H's scale factor; 1 is 1.5 million orders. Default: ${DEFAULT-VALUE}.")
  private double scale = 0.01;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day. Default: ${DEFAULT-VALUE}.")
  private LocalDate from = DailyData.FIRST_DAY;

  @Option(names = "--to", paramLabel = "DATE", description = "Last day. Default: ${DEFAULT-VALUE}.")
  private LocalDate to = DailyData.LAST_DAY;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private RowFile format = RowFile.PARQUET;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "One of: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Layout layout = Layout.MABEL;

  @Option(names = "--hourly", description = "Divide each day into hours.")
  private boolean hourly;

  @Option(
      names = "--example",
      description =
          "Instead of TPC-H, the small lake that the documentation speaks of: FOLDER/data and"
              + " FOLDER/archive. Takes none of the other options.")
  private boolean example;

  @Override
  public Integer call() throws IOException {
    Path target = parent.console().directory().resolve(folder).toAbsolutePath().normalize();
    return example ? writeExample(target) : writeDays(target);
  }

  private int writeExample(Path target) throws IOException {
    for (String other : OF_TPCH) {
      if (spec.commandLine().getParseResult().hasMatchedOption(other)) {
        throw wrong(other + " is for TPC-H's tables, and does not go with --example");
      }
    }
    ExampleLake lake = new ExampleLake(target);
    if (!lake.isThere()) { // pages of the documentation ask for it one after the other
      mustBeNew(target.resolve("data"));
      mustBeNew(target.resolve("archive"));
    }
    lake.write();
    parent
        .console()
        .err()
        .printf(
            "%s: written; its queries are meant with --conf spark.sql.catalog.lake.now=%s%n",
            target, ExampleLake.NOW);
    return 0;
  }

  private int writeDays(Path target) throws IOException {
    if (!(scale > 0)) {
      throw wrong("--scale takes a number above 0, and not " + scale);
    } else if (from.isAfter(to)) {
      throw wrong("--from " + from + " is after --to " + to);
    }
    Set<DatedTable> tables = EnumSet.allOf(DatedTable.class);
    if (!chosen.isEmpty()) {
      tables.retainAll(chosen);
    }
    for (DatedTable table : tables) {
      mustBeNew(target.resolve(table.toString()));
    }
    DailyData data = new DailyData(scale, from, to, format, layout, hourly);
    try (Sessions.Lease lease = parent.open();
        StatusLine status = parent.status(lease)) {
      for (DatedTable table : tables) {
        Path dataset = Files.createDirectories(target.resolve(table.toString()));
        status.begin();
        DailyData.Written written = data.write(lease.spark(), table, dataset);
        status.end();
        parent
            .console()
            .err()
            .printf("%s: %,d rows in %,d folders%n", dataset, written.rows(), written.folders());
      }
    }
    return 0;
  }

  private void mustBeNew(Path written) {
    if (Files.exists(written)) {
      throw wrong(
          "Cannot generate "
              + written
              + ": it is there already; delete it, or name another folder");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
