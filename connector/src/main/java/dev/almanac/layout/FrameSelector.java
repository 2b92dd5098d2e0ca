package dev.almanac.layout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The frame rule: of the frames of one unit (a day, an hour or a segment's value), the newest by
 * stamp that is complete and not withdrawn is read, alone; where none is, nothing is.
 *
 * <p>As of an instant, frames with later stamps, and frames whose stamps name no instant, are left
 * out. Withdrawal has no instant: a frame that is withdrawn now is not read as of any.
 */
public final class FrameSelector {

  private FrameSelector() {}

  /**
   * A frame, as far as the rule looks at it.
   *
   * @param name of its folder, such as {@code as_at_20240317-235146}
   * @param complete whether {@code frame.complete} is directly in it
   * @param ignored whether {@code frame.ignore} is directly in it
   */
  public record Frame(String name, boolean complete, boolean ignored) {

    /** What is after {@code as_at_}. */
    public Stamp stamp() {
      return new Stamp(name.substring(PathKind.FRAME_PREFIX.length()));
    }
  }

  /**
   * What became of a frame.
   *
   * @param frame the frame
   * @param state what became of it
   * @param reason why, in words
   */
  public record Verdict(Frame frame, FrameState state, String reason) {}

  /**
   * A verdict for each frame, the newest first. At most one is chosen.
   *
   * @param frames of one unit, in any order
   * @param knownAt the instant to read as of; empty for now
   */
  public static List<Verdict> judge(Collection<Frame> frames, Optional<Instant> knownAt) {
    List<Frame> newestFirst = new ArrayList<>(frames);
    newestFirst.sort(Comparator.comparing(Frame::stamp).reversed());
    List<Verdict> verdicts = new ArrayList<>(newestFirst.size());
    Optional<Frame> chosen = Optional.empty();
    for (Frame frame : newestFirst) {
      Verdict verdict = judge(frame, chosen, knownAt);
      if (verdict.state() == FrameState.CHOSEN) {
        chosen = Optional.of(frame);
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private static Verdict judge(Frame frame, Optional<Frame> chosen, Optional<Instant> knownAt) {
    if (frame.ignored()) {
      return new Verdict(frame, FrameState.IGNORED, "withdrawn by frame.ignore");
    }
    if (!frame.complete()) {
      return new Verdict(frame, FrameState.INCOMPLETE, "no frame.complete");
    }
    if (knownAt.isPresent()) {
      Optional<Instant> stamped = frame.stamp().instant();
      if (stamped.isEmpty()) {
        return new Verdict(
            frame, FrameState.NO_INSTANT, "its stamp is no instant to compare with the one asked");
      }
      if (stamped.get().isAfter(knownAt.get())) {
        return new Verdict(frame, FrameState.LATER, "later than the instant asked");
      }
    }
    return chosen
        .map(newer -> new Verdict(frame, FrameState.SUPERSEDED, "superseded by " + newer.name()))
        .orElse(new Verdict(frame, FrameState.CHOSEN, "complete and the newest such"));
  }
}
