package dev.almanac.folders;

import dev.almanac.layout.Contents;
import dev.almanac.layout.Folder;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.ReadRequest;
import dev.almanac.layout.SegmentFilter;
import dev.almanac.layout.Selection;
import dev.almanac.temporal.DateRange;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Lists a dataset for the tables about it: the range of a clause, or all there is.
 *
 * @param dataset which
 * @param scheme how it is divided
 * @param dates what the query asks for
 * @param schemes knows better, where there are no days although the store says so
 */
record MetadataListing(
    OpenDataset dataset, PartitionScheme scheme, QueryDates dates, SchemeFinder schemes) {

  /** The rows of a table about the dataset. */
  List<InternalRow> rows(MetadataRows table) {
    DueHours due =
        new DueHours(dataset.store().options().timeZone(), dates.until(), dates.rangeUnseen());
    return table.of(dataset, selection(), due);
  }

  private Selection selection() {
    if (!scheme.dated()) {
      return undated(scheme);
    }
    Selection dated = dated();
    return dated.days().isEmpty()
        ? schemes.withoutDates(dataset).map(this::undated).orElse(dated)
        : dated;
  }

  private Selection undated(PartitionScheme withoutDates) {
    dates.checkUndated(dataset, withoutDates);
    return Contents.of(withoutDates, dataset.listing().flat("")).select(request(Optional.empty()));
  }

  private Selection dated() {
    DatasetDays days = new DatasetDays(dataset, scheme);
    Optional<DateRange> range = dates.explicitRange(days).or(days::all);
    List<String> folders =
        range
            .map(all -> scheme.foldersFor(all).stream().map(Folder::path).toList())
            .orElse(List.of());
    return Contents.of(scheme, dataset.filesBelow(folders)).select(request(range));
  }

  private ReadRequest request(Optional<DateRange> range) {
    return new ReadRequest(range, SegmentFilter.NONE, dates.knownAt());
  }
}
