package dev.almanac.ui.page;

import dev.almanac.procedure.DatasetFrame;
import java.util.List;
import java.util.Map;

/** A day's frames; hours and segments only where the day has some. */
final class FramesTable {

  private static final int SHOWN = 500;

  private FramesTable() {}

  static Html of(List<DatasetFrame> frames) {
    CommonFolder folder = CommonFolder.of(frames.stream().map(DatasetFrame::path).toList());
    Columns<DatasetFrame> columns =
        new Columns<DatasetFrame>()
            .addIf(
                frames.stream().anyMatch(frame -> frame.hour().isPresent()),
                "Hour",
                frame -> Panels.cell(FilesTable.hour(frame.hour())))
            .addIf(
                frames.stream().anyMatch(frame -> frame.segment().isPresent()),
                "Segment",
                frame -> Panels.cell(Html.text(frame.segment().orElse(""))))
            .add("Frame", frame -> Panels.name(frame.name()))
            .add("State", FramesTable::state)
            .add("Reason", frame -> Panels.cell(Html.text(frame.reason())).of("almanac-words"))
            .add("Read", frame -> Panels.cell(Html.text(frame.read() ? "yes" : "no")))
            .add("Files", frame -> Panels.number(Amounts.number(frame.files())))
            .add("Size", frame -> Panels.number(Amounts.bytes(frame.bytes())))
            .addIf(
                !frames.stream().allMatch(frame -> isTold(frame, folder.within(frame.path()))),
                "Folder",
                frame -> Panels.path(folder.within(frame.path())));
    return Html.all(folder.html(), columns.table(frames, SHOWN, "the table .frames has all"));
  }

  /** Whether segment and name are the whole path already. */
  private static boolean isTold(DatasetFrame frame, String path) {
    String told = frame.segment().map(segment -> segment + "/").orElse("") + frame.name();
    return ("/" + told).endsWith("/" + path);
  }

  private static Html state(DatasetFrame frame) {
    return Panels.cell(Html.text(frame.state())).of("almanac-state almanac-state-" + frame.state());
  }

  static Map<String, Object> facts(DatasetFrame frame) {
    Map<String, Object> facts = Facts.of();
    frame.hour().ifPresent(hour -> facts.put("hour", hour));
    frame.segment().ifPresent(segment -> facts.put("segment", segment));
    facts.put("frame", frame.name());
    facts.put("state", frame.state());
    facts.put("reason", frame.reason());
    facts.put("read", frame.read());
    facts.put("files", frame.files());
    facts.put("bytes", frame.bytes());
    facts.put("path", frame.path());
    return facts;
  }
}
