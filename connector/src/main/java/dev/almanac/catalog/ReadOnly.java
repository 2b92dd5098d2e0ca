package dev.almanac.catalog;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;

/**
 * Refuses what would change data.
 *
 * @param catalog the name of the catalog that is asked to
 */
record ReadOnly(String catalog) {

  /** Throws the error; {@code what} reads on after "Cannot". */
  RuntimeException refuse(String what) {
    throw AlmanacException.of(
        Condition.UNSUPPORTED,
        "Cannot "
            + what
            + " in catalog "
            + catalog
            + ": Almanac reads data where it lies and does not"
            + " change it. A folder becomes a table by being there; to leave a store out, unregister it"
            + " with DROP NAMESPACE.");
  }
}
