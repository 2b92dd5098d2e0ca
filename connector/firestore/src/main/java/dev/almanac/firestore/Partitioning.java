package dev.almanac.firestore;

import com.google.firestore.v1.Cursor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Into how many tasks a scan is cut, and where. The server cuts by documents' names, so only what
 * comes in their order can be cut; and it cuts all collections of an id at once, of whose cuts
 * those are kept that lie in the table's.
 */
record Partitioning(Snapshot snapshot, ScanRequest request) {

  /** Why there is one task; empty where there may be more. */
  Optional<String> whyOne() {
    Settings settings = snapshot.settings();
    String why = "";
    if (request.aggregates().isPresent()) {
      why = "the server aggregates";
    } else if (request.filters().byName()) {
      why = "single documents";
    } else if (request.filters().orderedBy().isPresent()) {
      why = "in the order of " + request.filters().orderedBy().get();
    } else if (request.limit() <= settings.pageSize()) {
      why = "the limit is one page";
    } else if (settings.mostPartitions() == 1) {
      why = "firestore.partitions";
    } else if (settings.partitions().isEmpty() && snapshot.sample().whole()) {
      why = "a small collection";
    }
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }

  /** For plans. */
  String text() {
    return whyOne()
        .map(why -> "1 (" + why + ")")
        .orElse("at most " + snapshot.settings().mostPartitions());
  }

  /** The names of the documents at which to cut, in their order. */
  List<String> cuts() {
    if (whyOne().isPresent()) {
      return List.of();
    }
    List<Cursor> cursors =
        snapshot
            .server()
            .partition(
                snapshot.collection().parent(),
                snapshot.query().forPartitions(),
                snapshot.settings().mostPartitions() - 1,
                snapshot.readTime())
            .orElse(List.of());
    List<String> names = new ArrayList<>();
    for (Cursor cursor : cursors) {
      String name = cursor.getValuesCount() == 0 ? "" : cursor.getValues(0).getReferenceValue();
      if (snapshot.collection().matches(snapshot.connection().path(name))) {
        names.add(name);
      }
    }
    names.sort(Comparator.comparing(DocumentName::new));
    return names.stream().distinct().toList();
  }
}
