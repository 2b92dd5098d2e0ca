package dev.almanac.layout;

/** What became of a frame when one of its unit's frames was to be read. */
public enum FrameState {
  /** The newest complete one that is not withdrawn: read, alone. */
  CHOSEN,
  /** Complete, but an older one than the chosen. */
  SUPERSEDED,
  /** Without {@code frame.complete}: being written, or given up. */
  INCOMPLETE,
  /** Withdrawn by {@code frame.ignore}. */
  IGNORED,
  /** Complete, but stamped after the instant that was asked for. */
  LATER,
  /** Complete, but its stamp names no instant to compare with the one that was asked for. */
  NO_INSTANT
}
