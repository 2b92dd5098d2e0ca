package dev.almanac.ui.page;

import dev.almanac.procedure.DatasetFile;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Files, as many as a person looks at. */
final class FilesTable {

  private static final int SHOWN = 200;

  private FilesTable() {}

  static Html of(List<DatasetFile> files) {
    CommonFolder folder = CommonFolder.of(files.stream().map(DatasetFile::path).toList());
    return Html.all(folder.html(), table(folder, files));
  }

  private static Html table(CommonFolder folder, List<DatasetFile> files) {
    return new Columns<DatasetFile>()
        .addIf(
            files.stream().anyMatch(file -> file.hour().isPresent()),
            "Hour",
            file -> Panels.cell(hour(file.hour())))
        .addIf(
            files.stream().anyMatch(file -> file.frame().isPresent()),
            "Frame",
            file -> Panels.name(file.frame().orElse("")))
        .add("Format", file -> Panels.cell(Html.text(file.format())))
        .add("Size", file -> Panels.number(Amounts.bytes(file.bytes())))
        .add("Modified", file -> Panels.name(Amounts.time(file.modifiedAt())))
        .add("File", file -> Panels.path(folder.within(file.path())))
        .table(files, SHOWN, "the table .files has all");
  }

  static Html hour(OptionalInt hour) {
    return Html.text(hour.isPresent() ? "%02d".formatted(hour.getAsInt()) : "");
  }

  static Map<String, Object> facts(DatasetFile file) {
    Map<String, Object> facts = Facts.of();
    file.hour().ifPresent(hour -> facts.put("hour", hour));
    file.frame().ifPresent(frame -> facts.put("frame", frame));
    facts.put("format", file.format());
    facts.put("bytes", file.bytes());
    facts.put("modifiedAt", file.modifiedAt().toString());
    facts.put("path", file.path());
    return facts;
  }
}
