package dev.almanac.format;

/** CSV where a line end always ends a record. */
class CsvLinesFormatTest extends CsvFormatTest {

  @Override
  String[] options() {
    return new String[] {"csv.multiLine", "false"};
  }

  @Override
  String everyType() {
    return super.everyType().replace("\\n", "");
  }

  @Override
  boolean splits() {
    return true;
  }
}
