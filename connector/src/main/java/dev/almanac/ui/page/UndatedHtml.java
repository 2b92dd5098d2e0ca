package dev.almanac.ui.page;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.procedure.DatasetFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a dataset without dates: its files, or that it is a collection of documents.
 *
 * @param lake the catalog it is in
 * @param name its name there
 */
record UndatedHtml(LakeCatalog lake, List<String> name) {

  Html html(Map<String, Object> facts) {
    Html sql =
        Html.all(
            Panels.heading("In SQL"), Panels.sql("SELECT * FROM %s;".formatted(lake.sql(name))));
    Optional<List<DatasetFile>> files = files();
    if (files.isEmpty()) {
      return Html.all(
          Panels.note("This is a collection of documents: it has no days, frames or files."), sql);
    }
    facts.put("files", files.get().stream().map(FilesTable::facts).toList());
    return Html.all(
        Panels.note(
            "This dataset has no dates: a query reads all of it. Set partition-scheme for its store"
                + " if its folders mean days."),
        Panels.heading("Files (%s)".formatted(Amounts.number(files.get().size()))),
        FilesTable.of(files.get()),
        sql);
  }

  /** Empty where the store has no table about files. */
  private Optional<List<DatasetFile>> files() {
    try {
      return Optional.of(lake.queries().files(lake.sql(name), Optional.empty()));
    } catch (Exception e) { // AlmanacException is checked, but thrown unchecked
      if (e instanceof AlmanacException error && error.condition() == Condition.NO_SUCH_DATASET) {
        return Optional.empty();
      }
      throw AlmanacException.unchecked(e);
    }
  }
}
