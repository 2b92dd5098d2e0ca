package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.StoreOptions;
import dev.almanac.temporal.DateRange;
import dev.almanac.temporal.DateSelection;
import dev.almanac.temporal.TableVersion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The dates that a query reads: those of its clause, or the store's default. */
final class QueryDates {

  private final Optional<TableVersion> version;
  private final StoreOptions options;
  private final QueryMoment moment;

  QueryDates(Optional<TableVersion> version, StoreOptions options, QueryMoment moment) {
    this.version = version;
    this.options = options;
    this.moment = moment;
  }

  /** Whether the query names its dates. */
  boolean explicit() {
    return selection().isPresent() || knownAt().isPresent();
  }

  /** The instant whose frames are read; empty for now. */
  Optional<Instant> knownAt() {
    return version.flatMap(TableVersion::knownAt);
  }

  /** The instant of which the query asks: now, or an earlier one. */
  Instant until() {
    return knownAt().filter(instant -> instant.isBefore(moment.now())).orElse(moment.now());
  }

  private Optional<DateSelection> selection() {
    return version.flatMap(TableVersion::dates);
  }

  /** The dates as the query says them, for plans and errors. */
  String text() {
    return selection()
        .map(DateSelection::toString)
        .orElseGet(
            () ->
                switch (options.defaultDates()) {
                  case TODAY -> "TODAY (the default dates)";
                  case LATEST -> "LATEST (the default dates)";
                  case ALL -> "all dates";
                  case REQUIRED -> "no dates";
                });
  }

  /** The range if it is known without looking at the dataset, and the query has a clause. */
  Optional<DateRange> rangeUnseen() {
    return selection()
        .flatMap(
            selection -> {
              try {
                return Optional.of(
                    selection.resolve(
                        moment.now(),
                        zone(),
                        () -> {
                          throw new NeedsDataset();
                        }));
              } catch (NeedsDataset e) {
                return Optional.empty();
              }
            });
  }

  /** Whether the store wants a clause, and the query has none. */
  boolean missing() {
    return selection().isEmpty() && options.defaultDates() == StoreOptions.DefaultDates.REQUIRED;
  }

  /** Throws the error for a query without the clause that the store wants. */
  static RuntimeException clauseRequired(OpenDataset dataset) {
    throw AlmanacException.of(
        Condition.TEMPORAL_CLAUSE_REQUIRED,
        "Cannot read "
            + dataset.name().text()
            + " without dates: its store says default-dates = required. Add a clause, such as FOR"
            + " TODAY, FOR '2022-05-01', FOR LAST 7 DAYS or FOR DATES BETWEEN '2022-05-01' AND"
            + " '2022-05-31'.");
  }

  /**
   * The range to read.
   *
   * @return empty where it depends on the dataset's days, and it has none that can be read; and
   *     where the dates are {@link #missing}
   */
  Optional<DateRange> range(DatasetDays days) {
    if (selection().isPresent()) {
      return resolved(selection().get(), days);
    }
    return switch (options.defaultDates()) {
      case ALL -> days.all();
      case LATEST -> resolved(DateSelection.parse("LATEST"), days);
      case TODAY -> resolved(DateSelection.parse("TODAY"), days);
      case REQUIRED -> Optional.empty();
    };
  }

  /** The range of a clause; empty where there is none, or it asks for LATEST of nothing. */
  Optional<DateRange> explicitRange(DatasetDays days) {
    return selection().flatMap(selection -> resolved(selection, days));
  }

  /**
   * Refuses dates for a dataset that has none.
   *
   * @throws AlmanacException TEMPORAL_CLAUSE_NOT_APPLICABLE
   */
  void checkUndated(OpenDataset dataset, PartitionScheme scheme) {
    boolean frames = scheme.framed() && selection().isEmpty();
    if (explicit() && !frames) {
      throw AlmanacException.of(
          Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE,
          "Cannot read "
              + dataset.name().text()
              + " for "
              + version.map(TableVersion::toString).orElse("")
              + ": the dataset is not divided by dates (partition scheme "
              + scheme.name()
              + "). "
              + options
                  .set(DatasetOptions.DATE_COLUMN)
                  .filter(column -> scheme.equals(PartitionScheme.undatedHive()))
                  .map(
                      column ->
                          "The store's date-column is '"
                              + column
                              + "', which no folder of it has with dates: name the key of the"
                              + " folders that are dates.")
                  .orElse(
                      "Leave the clause out, or set the store's partition-scheme if its folders are"
                          + " dates."));
    }
  }

  private Optional<DateRange> resolved(DateSelection selection, DatasetDays days) {
    // As of an instant, a default counts from that instant: the query that was possible then.
    Instant now = selection().isPresent() ? moment.now() : knownAt().orElse(moment.now());
    try {
      return Optional.of(
          selection.resolve(
              now, zone(), () -> days.latest(knownAt()).orElseThrow(NeedsDataset::new)));
    } catch (NeedsDataset e) {
      return Optional.empty();
    }
  }

  private ZoneId zone() {
    return options.timeZone();
  }

  /** LATEST was asked for where it is not known. */
  private static final class NeedsDataset extends RuntimeException {
    private static final long serialVersionUID = 1;

    NeedsDataset() {
      super(null, null, false, false);
    }
  }
}
