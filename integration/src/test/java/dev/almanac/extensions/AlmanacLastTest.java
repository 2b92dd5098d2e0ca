package dev.almanac.extensions;

/** Ours is asked first, and asks the two others. */
class AlmanacLastTest extends ExtensionOrderTest {

  AlmanacLastTest() {
    super(DELTA, ICEBERG, OURS);
  }
}
