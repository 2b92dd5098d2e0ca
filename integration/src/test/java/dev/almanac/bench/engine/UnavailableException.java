package dev.almanac.bench.engine;

/** A contender cannot be had on this machine; the message says why, and what to do about it. */
public final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnavailableException(String why) {
    super(why);
  }
}
