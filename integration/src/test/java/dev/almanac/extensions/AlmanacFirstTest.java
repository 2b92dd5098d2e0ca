package dev.almanac.extensions;

/** Ours is asked last, by the two others. */
class AlmanacFirstTest extends ExtensionOrderTest {

  AlmanacFirstTest() {
    super(OURS, DELTA, ICEBERG);
  }
}
