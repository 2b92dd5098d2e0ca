package dev.almanac.format.json;

import java.util.Arrays;
import java.util.Base64;

/** Reads bytes from strings in Base64, if they are padded as they should be. */
final class BinaryReader extends ValueReader {

  private final BinaryColumn column;

  BinaryReader(BinaryColumn column) {
    this.column = column;
  }

  @Override
  Column column() {
    return column;
  }

  @Override
  int read(byte[] text, int at) {
    if (text[at] != '"') {
      return Plain.NOT;
    }
    int end = Strings.special(text, at + 1);
    if (end < 0 || text[end] != '"' || (end - at - 1) % 4 != 0) {
      return Plain.NOT;
    }
    try {
      column.add(Base64.getDecoder().decode(Arrays.copyOfRange(text, at + 1, end)));
    } catch (IllegalArgumentException e) {
      return Plain.NOT;
    }
    return end + 1;
  }
}
