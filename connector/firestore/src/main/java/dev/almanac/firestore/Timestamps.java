package dev.almanac.firestore;

import com.google.firestore.v1.Value;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Firestore's timestamps, which count microseconds, as Spark's do. */
final class Timestamps {

  private static final long MICROS = 1_000_000;

  private Timestamps() {}

  static Timestamp of(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static Timestamp ofMicros(long micros) {
    return of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  static Instant instant(Value value) {
    return instant(value.getTimestampValue());
  }

  static long micros(Timestamp timestamp) {
    return Math.addExact(
        Math.multiplyExact(timestamp.getSeconds(), MICROS), timestamp.getNanos() / 1000);
  }
}
