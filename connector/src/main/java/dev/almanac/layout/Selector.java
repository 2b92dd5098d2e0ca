package dev.almanac.layout;

import dev.almanac.layout.FrameSelector.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Goes through the days of a listing, and gathers what a request reads of each. */
final class Selector {

  private static final Comparator<DataFile> BY_DAY_AND_PATH =
      Comparator.comparing((DataFile file) -> file.day().orElse(LocalDate.MIN))
          .thenComparing(DataFile::file, ListedFile.BY_PATH);

  private final ReadRequest request;
  private final List<DataFile> files = new ArrayList<>();
  private final List<FrameReport> frames = new ArrayList<>();
  private final Map<Optional<LocalDate>, DayReport> days = new LinkedHashMap<>();
  private final Skipped.Counter skipped = new Skipped.Counter();

  /** Whether the files are by day and path as they came: each unit's are, and mostly the units. */
  private boolean sorted = true;

  Selector(ReadRequest request) {
    this.request = request;
  }

  void add(Day day) {
    if (!isInRange(day)) {
      return;
    }
    DatedFolder.Wanted wanted = day.wanted(request);
    Set<Unit> wantedUnits = Set.copyOf(wanted.units());
    Tally tally = new Tally();
    for (Unit unit : day.units()) {
      boolean isWanted = wantedUnits.contains(unit);
      Optional<Unit.FrameFolder> chosen = Optional.empty();
      for (Verdict verdict : unit.judge(request.knownAt())) {
        Unit.FrameFolder frame = unit.frame(verdict.frame().name());
        if (verdict.state() == FrameState.CHOSEN) {
          chosen = Optional.of(frame);
        }
        frames.add(report(day, unit, verdict, frame, isWanted));
      }
      if (isWanted) {
        read(day, unit, chosen, tally);
      }
    }
    days.merge(day.date(), tally.report(day.date(), wanted), DayReport::plus);
  }

  /** Takes what was gathered of the days after these. */
  Selector plus(Selector later) {
    int before = files.size();
    files.addAll(later.files);
    frames.addAll(later.frames);
    later.days.forEach((date, report) -> days.merge(date, report, DayReport::plus));
    skipped.add(later.skipped);
    sorted &= later.sorted;
    checkOrder(before);
    return this;
  }

  /** Whether the files from a place on come after those before it. */
  private void checkOrder(int at) {
    if (at > 0 && at < files.size()) {
      sorted &= BY_DAY_AND_PATH.compare(files.get(at - 1), files.get(at)) <= 0;
    }
  }

  /**
   * What has been gathered.
   *
   * @param outside what is skipped whatever the request is
   */
  Selection selection(Skipped outside) {
    if (!sorted) {
      files.sort(BY_DAY_AND_PATH);
    }
    return new Selection(
        List.copyOf(files),
        List.copyOf(days.values()),
        List.copyOf(frames),
        outside.plus(skipped.skipped()));
  }

  private boolean isInRange(Day day) {
    return request.range().isEmpty()
        || day.date().isEmpty()
        || request.range().get().contains(day.date().get());
  }

  private void read(Day day, Unit unit, Optional<Unit.FrameFolder> chosen, Tally tally) {
    if (chosen.isPresent()) {
      tally.chosen++;
      tally.add(unit.hour());
      addFiles(chosen.get().files(), day, unit.hour(), unit.frameAt(), tally);
    } else if (unit.hasFrames()) {
      tally.withoutFrame++;
    } else if (!unit.loose().isEmpty()) {
      tally.unframed++;
      tally.add(unit.hour());
      addFiles(unit.loose(), day, unit.hour(), DataFile.NO_FRAME, tally);
    }
  }

  private void addFiles(UnitFiles from, Day day, OptionalInt hour, int frameAt, Tally tally) {
    int before = files.size();
    from.forEach(
        (file, kind) -> {
          if (kind instanceof FileKind.Data data) {
            files.add(new DataFile(file, data, day.date(), hour, frameAt, day.values()));
            tally.add(file);
          } else {
            skipped.add(SkipReason.UNKNOWN_TYPE, file.path());
          }
        });
    checkOrder(before);
  }

  private static FrameReport report(
      Day day, Unit unit, Verdict verdict, Unit.FrameFolder frame, boolean isWanted) {
    Tally data = new Tally();
    frame
        .files()
        .forEach(
            (file, kind) -> {
              if (kind instanceof FileKind.Data) {
                data.add(file);
              }
            });
    return new FrameReport(
        day.date(),
        unit.hour(),
        unit.segment(),
        verdict.frame().name(),
        Elements.below(unit.path(), verdict.frame().name()),
        verdict.state(),
        verdict.reason(),
        isWanted && verdict.state() == FrameState.CHOSEN,
        data.files,
        data.bytes);
  }

  /** The sums of one day. */
  private static final class Tally {

    private long files;
    private long bytes;
    private int chosen;
    private int withoutFrame;
    private int unframed;
    private Hours hours = Hours.NONE;

    void add(ListedFile file) {
      files++;
      bytes += file.length();
    }

    void add(OptionalInt hour) {
      hours = hour.isPresent() ? hours.with(hour.getAsInt()) : hours;
    }

    DayReport report(Optional<LocalDate> date, DatedFolder.Wanted wanted) {
      return new DayReport(
          date,
          state(wanted),
          wanted.segmentation(),
          files,
          bytes,
          withoutFrame,
          unframed,
          wanted.byHours() ? Optional.of(hours) : Optional.empty());
    }

    private DayReport.State state(DatedFolder.Wanted wanted) {
      if (wanted.units().isEmpty()) {
        // A filter that no segment passes is an answer; an hour that is not there is not.
        return wanted.byHours() ? DayReport.State.NO_HOUR_IN_RANGE : DayReport.State.READ;
      }
      if (files > 0 || chosen > 0) {
        return DayReport.State.READ;
      }
      return withoutFrame > 0 ? DayReport.State.NO_COMPLETE_FRAME : DayReport.State.NO_DATA;
    }
  }
}
