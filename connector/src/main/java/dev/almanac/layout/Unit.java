package dev.almanac.layout;

import dev.almanac.layout.FrameSelector.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What has frames of its own: a day, an hour, a segment's value, or an undated dataset. Filled
 * while a listing is placed, and not changed afterwards.
 */
final class Unit {

  static final String COMPLETE = "frame.complete";
  static final String IGNORE = "frame.ignore";

  private final String folder; // what it is a segment of; its own path where it is none
  private final String segmentation; // empty where it is no segment
  private final String element;
  private final OptionalInt hour;
  private final UnitFiles loose = new UnitFiles();
  private Map<String, FrameFolder> frames = Map.of(); // of very many units, most have none

  /**
   * A folder as a whole.
   *
   * @param path of its folder
   * @param hour the hour it is of, if it is of one
   */
  static Unit whole(String path, OptionalInt hour) {
    return new Unit(path, "", "", hour);
  }

  /**
   * A segment of a folder, such as {@code by_userid/userid=42}.
   *
   * @param folder the path of what it is a segment of
   * @param segmentation {@code by_userid}
   * @param element {@code userid=42}
   * @param hour the hour it is of, if it is of one
   */
  Unit(String folder, String segmentation, String element, OptionalInt hour) {
    this.folder = folder;
    this.segmentation = segmentation;
    this.element = element;
    this.hour = hour;
  }

  String path() {
    return segment().map(segment -> Elements.below(folder, segment)).orElse(folder);
  }

  OptionalInt hour() {
    return hour;
  }

  /** Where in the paths of its frames their names begin. */
  int frameAt() {
    return Elements.below(path(), "").length();
  }

  /** Such as {@code by_userid/userid=42}; empty where it is no segment. */
  Optional<String> segment() {
    return segmentation.isEmpty() ? Optional.empty() : Optional.of(segmentation + "/" + element);
  }

  /** The files that are in none of its frames: data and files of unknown types. */
  UnitFiles loose() {
    return loose;
  }

  FrameFolder frame(String name) {
    return changeableFrames().computeIfAbsent(name, FrameFolder::new);
  }

  private Map<String, FrameFolder> changeableFrames() {
    if (frames.isEmpty()) {
      frames = new TreeMap<>();
    }
    return frames;
  }

  /** Takes what another part of a listing has of it. */
  Unit plus(Unit other) {
    loose.addAll(other.loose);
    other.frames.forEach((name, frame) -> changeableFrames().merge(name, frame, FrameFolder::plus));
    return this;
  }

  boolean hasFrames() {
    return !frames.isEmpty();
  }

  List<Verdict> judge(Optional<Instant> knownAt) {
    if (frames.isEmpty()) {
      return List.of();
    }
    List<FrameSelector.Frame> judged = new ArrayList<>(frames.size());
    frames.values().forEach(frame -> judged.add(frame.frame()));
    return FrameSelector.judge(judged, knownAt);
  }

  /** A frame's folder. */
  static final class FrameFolder {

    private final String name;
    private final UnitFiles files = new UnitFiles();
    private boolean complete;
    private boolean ignored;

    private FrameFolder(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    /** Its files at any depth: data and files of unknown types. */
    UnitFiles files() {
      return files;
    }

    /** Takes note of a control file directly in the folder. */
    void mark(String fileName) {
      complete |= fileName.equals(COMPLETE);
      ignored |= fileName.equals(IGNORE);
    }

    private FrameFolder plus(FrameFolder other) {
      files.addAll(other.files);
      complete |= other.complete;
      ignored |= other.ignored;
      return this;
    }

    FrameSelector.Frame frame() {
      return new FrameSelector.Frame(name, complete, ignored);
    }
  }
}
