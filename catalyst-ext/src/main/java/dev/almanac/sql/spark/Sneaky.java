package dev.almanac.sql.spark;

/** Throws Spark's checked exceptions where Spark itself, being Scala, declares none. */
final class Sneaky {

  private Sneaky() {}

  @SuppressWarnings("unchecked") // erased: throws the checked exception as it is
  static <E extends Throwable> RuntimeException unchecked(Throwable error) throws E {
    throw (E) error;
  }
}
