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

  private final String path;
  private final OptionalInt hour;
  private final Optional<String> segment;
  private final UnitFiles loose = new UnitFiles();
  private final Map<String, FrameFolder> frames = new TreeMap<>();

  /**
   * @param path of its folder
   * @param hour the hour it is of, if it is of one
   * @param segment such as {@code by_userid/userid=42}, if it is one
   */
  Unit(String path, OptionalInt hour, Optional<String> segment) {
    this.path = path;
    this.hour = hour;
    this.segment = segment;
  }

  String path() {
    return path;
  }

  OptionalInt hour() {
    return hour;
  }

  Optional<String> segment() {
    return segment;
  }

  /** The files that are in none of its frames: data and files of unknown types. */
  UnitFiles loose() {
    return loose;
  }

  FrameFolder frame(String name) {
    return frames.computeIfAbsent(name, FrameFolder::new);
  }

  /** Takes what another part of a listing has of it. */
  Unit plus(Unit other) {
    loose.addAll(other.loose);
    other.frames.forEach((name, frame) -> frames.merge(name, frame, FrameFolder::plus));
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
