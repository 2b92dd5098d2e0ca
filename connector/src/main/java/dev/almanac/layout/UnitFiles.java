package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Files that are in one place, each with its kind, which is not found out again: to look at the
 * name of each of a hundred thousand files takes milliseconds. Mostly they are of one kind, of
 * which there is one note then.
 */
final class UnitFiles {

  private final List<ListedFile> files = new ArrayList<>(1); // of very many places, most have one
  private FileKind kind; // of all files; null where there are several, or none
  private List<FileKind> kinds = List.of(); // of each file, where there are several

  void add(ListedFile file, FileKind itsKind) {
    if (files.isEmpty()) {
      kind = itsKind;
    } else if (kind != null && !kind.equals(itsKind)) {
      kinds = new ArrayList<>(Collections.nCopies(files.size(), kind));
      kind = null;
    }
    if (kind == null) {
      kinds.add(itsKind);
    }
    files.add(file);
  }

  /** Takes others after these. */
  void addAll(UnitFiles others) {
    others.forEach(this::add);
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  /** In the order in which they were added. */
  void forEach(BiConsumer<ListedFile, FileKind> action) {
    for (int i = 0; i < files.size(); i++) {
      action.accept(files.get(i), kind == null ? kinds.get(i) : kind);
    }
  }
}
