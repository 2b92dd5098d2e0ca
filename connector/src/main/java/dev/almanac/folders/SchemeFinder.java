package dev.almanac.folders;

import static java.util.stream.Collectors.joining;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.layout.Detection;
import dev.almanac.layout.PartitionColumn;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.SchemeDetector;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.LruCache;
import dev.almanac.store.StoreOptions;
import dev.almanac.temporal.DateRange;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the partition schemes of a store's datasets: as the store says, or detected once for each
 * dataset and remembered until it is refreshed.
 */
final class SchemeFinder {

  private static final Logger LOG = LoggerFactory.getLogger(SchemeFinder.class);
  private static final int REMEMBERED = 10_000;

  private final Optional<String> configured;
  private final Optional<String> dateColumn;
  private final LruCache<List<String>, PartitionScheme> found = new LruCache<>(REMEMBERED);

  SchemeFinder(StoreOptions options) {
    this.configured = options.set(DatasetOptions.PARTITION_SCHEME);
    this.dateColumn = options.set(DatasetOptions.DATE_COLUMN);
  }

  /**
   * The scheme of a dataset.
   *
   * @param range the range that will be read, where it is known already: a day that is found in
   *     Mabel's place tells the scheme without another LIST
   * @return empty where there is no dataset
   * @throws AlmanacException NO_READABLE_FILES for a folder with files of unknown types only
   */
  Optional<PartitionScheme> find(OpenDataset dataset, Optional<DateRange> range) {
    Optional<PartitionScheme> known = found.get(dataset.name().path());
    if (known.isPresent()) {
      return known;
    }
    Optional<PartitionScheme> scheme = Optional.empty();
    if (configured.isEmpty()) {
      scheme = range.filter(r -> r.dayCount() == 1).flatMap(r -> guess(dataset, r));
    }
    if (scheme.isEmpty()) {
      scheme = detect(dataset, configured);
    }
    scheme.ifPresent(
        detected -> {
          if (detected.equals(PartitionScheme.undatedHive()) && dateColumn.isPresent()) {
            checkDateColumn(dataset, dateColumn.get());
            LOG.warn(
                "{} has no folders with dates called {}, which is its store's date-column: all of"
                    + " it is read, whatever its dates.",
                dataset.name().text(),
                dateColumn.get());
          }
          found.put(dataset.name().path(), detected);
        });
    return scheme;
  }

  /**
   * Refuses a date-column that a dataset does not have, where another key of its folders has dates.
   * The folders were listed to find the scheme; this lists none.
   */
  private static void checkDateColumn(OpenDataset dataset, String dateColumn) {
    Detection any =
        SchemeDetector.startWithAnyDateColumn()
            .resolve(folders -> dataset.parallel().map(folders, dataset.listing()::names));
    if (any instanceof Detection.Found it && it.scheme().dated()) {
      String keys =
          it.scheme().columns().stream().map(PartitionColumn::name).collect(joining(", "));
      throw AlmanacException.of(
          Condition.INVALID_OPTION,
          "Cannot read %s: %s is '%s', and the dates of its folders are in %s."
                  .formatted(
                      dataset.name().text(),
                      dataset.store().place(DatasetOptions.DATE_COLUMN),
                      dateColumn,
                      keys)
              + " Set date-column to the key that has the dates, or leave it out: dt, date, day, ds,"
              + " and year, month and day together, are found without it.");
    }
  }

  /**
   * The scheme of a dataset in which no days were found, although the store says {@code mabel}:
   * Mabel's frames and segments can also be right at the root.
   *
   * @return empty where they are not, or the store says otherwise
   */
  Optional<PartitionScheme> withoutDates(OpenDataset dataset) {
    if (!PartitionScheme.mabel().name().equalsIgnoreCase(configured.orElse(""))) {
      return Optional.empty();
    }
    Optional<PartitionScheme> scheme =
        detect(dataset, Optional.empty()).filter(PartitionScheme.undatedMabel()::equals);
    scheme.ifPresent(detected -> found.put(dataset.name().path(), detected));
    return scheme;
  }

  private Optional<PartitionScheme> detect(OpenDataset dataset, Optional<String> as) {
    Detection detection =
        SchemeDetector.start(as, dateColumn)
            .resolve(folders -> dataset.parallel().map(folders, dataset.listing()::names));
    if (detection instanceof Detection.Found it) {
      return Optional.of(it.scheme());
    }
    if (detection instanceof Detection.NoData nothing && !nothing.files().isEmpty()) {
      throw EmptyRead.onlyUnknownFiles(dataset, nothing.files());
    }
    return Optional.empty();
  }

  void forget(List<String> path) {
    found.remove(path);
  }

  private static Optional<PartitionScheme> guess(OpenDataset dataset, DateRange day) {
    PartitionScheme mabel = PartitionScheme.mabel();
    boolean hit =
        mabel.foldersFor(day).stream()
            .anyMatch(folder -> !dataset.listing().flat(folder.path()).isEmpty());
    return hit ? Optional.of(mabel) : Optional.empty();
  }
}
