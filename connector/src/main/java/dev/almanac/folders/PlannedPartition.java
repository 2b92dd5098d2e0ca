package dev.almanac.folders;

import java.util.List;
import java.util.function.Function;

/**
 * A task on the driver, which keeps all tasks of a query for as long as it runs: full paths and
 * constants are made when the task is sent.
 */
@SuppressWarnings("serial") // never serialized as it is
final class PlannedPartition implements FolderPartition {

  private final transient List<PlannedSlice> slices;
  private final transient Function<PlannedSlice, PlannedFile> planned;

  PlannedPartition(List<PlannedSlice> slices, Function<PlannedSlice, PlannedFile> planned) {
    this.slices = slices;
    this.planned = planned;
  }

  List<PlannedSlice> slices() {
    return slices;
  }

  @Override
  public List<PlannedFile> files() {
    return slices.stream().map(planned).toList();
  }

  private Object writeReplace() {
    return new Sent(files());
  }
}
