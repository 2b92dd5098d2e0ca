package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The root is all there is: one undated unit. */
record UndatedScheme(String name, boolean framed) implements PartitionScheme {

  static final UndatedScheme NONE = new UndatedScheme("none", false);
  static final UndatedScheme MABEL = new UndatedScheme("mabel", true);

  @Override
  public boolean dated() {
    return false;
  }

  @Override
  public List<Folder> foldersFor(DateRange range) {
    return List.of(Folder.ROOT);
  }

  @Override
  public Optional<DateLevels> levels() {
    return Optional.empty();
  }

  @Override
  public Placement place(String folder) {
    return new Placement.Slot(
        Optional.empty(), OptionalInt.empty(), List.of(), "", Elements.of(folder));
  }
}
