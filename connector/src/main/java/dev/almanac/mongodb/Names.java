package dev.almanac.mongodb;

/** Which names of fields can stand in a path. */
final class Names {

  private Names() {}

  /** Others mean something else to the server: a dot goes down, a dollar is an operator. */
  static boolean isPlain(String name) {
    return !name.isEmpty() && name.indexOf('.') < 0 && !name.startsWith("$");
  }
}
