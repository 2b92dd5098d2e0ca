package dev.almanac.extensions;

/** Ours is asked by Delta's, and asks Iceberg's. */
class AlmanacBetweenTest extends ExtensionOrderTest {

  AlmanacBetweenTest() {
    super(ICEBERG, OURS, DELTA);
  }
}
