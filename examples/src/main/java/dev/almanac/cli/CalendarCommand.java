package dev.almanac.cli;

import dev.almanac.calendar.CalendarText;
import dev.almanac.calendar.Day;
import dev.almanac.calendar.Measure;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ./almanac calendar [options] DATASET [FOR ...]}. */
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Draws a dataset's days: how much there is of each, which are missing or cannot be read, and"
          + " which were written more than once.",
      "",
      "  almanac calendar sales.orders",
      "  almanac calendar sales.orders --from 2024-01-01 --by rows",
      "  almanac calendar sales.orders FOR LAST 90 DAYS",
      ""
    },
    footer = {
      "",
      "Environment: NO_COLOR, for glyphs without colours; COLUMNS, where the output is no terminal."
    })
final class CalendarCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ParentCommand private QueryCommand parent;

  @Parameters(paramLabel = "DATASET", description = "Its name as in SQL, such as sales.orders.")
  private String dataset;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FOR ...",
      description = "The dates, as SQL has them.")
  private List<String> clause = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day. Default: the first that there is.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day. Default: the last that there is.")
  private LocalDate to;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description =
          "What shades mean: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. Rows come from"
              + " footers, or by reading formats that have none.")
  private Measure measure = Measure.BYTES;

  @Option(names = "--ascii", description = "Draw with ASCII only.")
  private boolean ascii;

  @Override
  public Integer call() throws IOException {
    if (from != null && to != null && from.isAfter(to)) {
      throw wrong("--from " + from + " is after --to " + to);
    } else if (!clause.isEmpty() && (from != null || to != null)) {
      throw wrong("The dates come from --from and --to or from a clause, not both");
    }
    Console console = parent.console();
    try (Sessions.Lease lease = parent.open();
        StatusLine status = parent.status(lease)) {
      status.begin();
      CalendarDays source = new CalendarDays(lease.spark(), dataset, measure);
      CalendarDays.Range range =
          clause.isEmpty()
              ? new CalendarDays.Range(Optional.ofNullable(from), Optional.ofNullable(to))
              : source.range(String.join(" ", clause));
      List<Day> days = source.in(range);
      status.end();
      String text =
          days.isEmpty()
              ? dataset + " has no days" + range + ".\n"
              : new CalendarText(measure, console.style(ascii)).of(dataset, days);
      try (Output out = Output.to(Optional.empty(), console.out())) {
        out.writer().write(text);
        out.commit();
      }
    }
    return 0;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
