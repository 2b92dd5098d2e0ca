package dev.almanac.folders;

import java.util.ArrayList;
import java.util.List;

/** What {@code EXPLAIN} says of a scan, on one line. */
record ScanDescription(Snapshot snapshot, ScanRequest request, FilePlan plan) {

  @Override
  public String toString() {
    FilePlan.Summary kept = plan.kept();
    FilePlan.Summary dropped = plan.dropped();
    List<String> parts = new ArrayList<>();
    snapshot.datesText().ifPresent(dates -> parts.add("dates: " + dates));
    parts.add("scheme: " + snapshot.scheme().name());
    if (snapshot.scheme().dated()) {
      parts.add("days: " + counts(kept.days(), dropped.days()));
    }
    parts.add("files: " + counts(kept.files(), dropped.files()));
    parts.add("bytes: " + kept.bytes());
    parts.add("formats: " + String.join(", ", kept.formats()));
    if (!request.constantFilters().isEmpty()) {
      parts.add("PrunedBy: " + request.constantFilters());
    }
    parts.add("PushedFilters: " + request.dataFilters());
    request.aggregation().ifPresent(pushed -> parts.add("PushedAggregation: [" + pushed + "]"));
    if (request.limit() != Long.MAX_VALUE) {
      parts.add("PushedLimit: " + request.limit());
    }
    parts.add("ReadSchema: " + request.readSchema().catalogString());
    return "(almanac) " + String.join(", ", parts);
  }

  private static String counts(int read, int pruned) {
    return pruned == 0 ? String.valueOf(read) : read + " of " + (read + pruned);
  }
}
