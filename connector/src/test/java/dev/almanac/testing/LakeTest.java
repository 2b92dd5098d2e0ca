package dev.almanac.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a catalog of its own over an empty store. */
public abstract class LakeTest extends SparkTest {

  @TempDir protected Path folder;

  protected String catalog;
  protected Lake lake;

  @BeforeEach
  protected void openLake() {
    lake = new Lake(folder);
    catalog = newCatalog();
    set("location", location());
  }

  /** Where the store is. */
  protected String location() {
    return folder.toString();
  }

  /** Sets a key of the catalog. */
  protected void set(String key, String value) {
    spark().conf().set("spark.sql.catalog." + catalog + "." + key, value);
  }

  /** A day's folder in Mabel's layout, of 2024-01. */
  public static String day(int day) {
    return String.format("year_2024/month_01/day_%02d", day);
  }
}
