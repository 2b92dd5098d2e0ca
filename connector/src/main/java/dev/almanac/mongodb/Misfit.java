package dev.almanac.mongodb;

/** A value that its column's type cannot hold. Caught where the document is known. */
final class Misfit extends Exception {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final String what;

  /**
   * @param path the field, below the document
   * @param what the value's type, and why that does not fit; never the value, which may be secret
   */
  Misfit(String path, String what) {
    super(what, null, false, false);
    this.path = path;
    this.what = what;
  }

  /** The same, seen from the document around it. */
  Misfit within(String name) {
    return new Misfit(path.isEmpty() ? name : name + "." + path, what);
  }

  String path() {
    return path;
  }

  String what() {
    return what;
  }
}
