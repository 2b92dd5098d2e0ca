package dev.almanac.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Long histories and full days, of files with one row each. */
final class DeepData {

  private static final int DAYS_OF_YEAR = 365;
  private static final int TINY_FILES = 1_000;

  private final SparkSession spark;
  private final Sizes sizes;

  DeepData(SparkSession spark, Sizes sizes) {
    this.spark = spark;
    this.sizes = sizes;
  }

  void write(DataSet dataSet, Path folder) throws IOException {
    byte[] content = oneRow();
    switch (dataSet) {
      case HISTORY_DAY -> hours(folder, DataSet.DAY_OF_HISTORY, content);
      case HISTORY_YEAR -> history(folder, Math.min(DAYS_OF_YEAR, sizes.historyDays()), content);
      case HISTORY_ALL -> history(folder, sizes.historyDays(), content);
      case TINY_FILES -> files(folder, TINY_FILES, content);
      case MANY_FILES -> files(folder, sizes.manyFiles(), content);
      default -> throw new IllegalArgumentException(dataSet.name());
    }
  }

  private byte[] oneRow() throws IOException {
    Path folder = Files.createTempDirectory("almanac-bench");
    try {
      spark
          .sql("SELECT 1L AS id, 'a' AS name")
          .coalesce(1)
          .write()
          .mode("overwrite")
          .parquet(folder.toString());
      return Files.readAllBytes(Folders.files(folder, "parquet").get(0));
    } finally {
      Folders.delete(folder);
    }
  }

  private static void history(Path dataset, int days, byte[] content) throws IOException {
    for (int day = 0; day < days; day++) {
      hours(dataset, DataSet.LAST_OF_HISTORY.minusDays(day), content);
    }
  }

  private static void hours(Path dataset, LocalDate day, byte[] content) throws IOException {
    Path hours = dataset.resolve(folder(day)).resolve("by_hour");
    for (int hour = 0; hour < 24; hour++) {
      Path folder = hours.resolve("hour=%02d".formatted(hour));
      Files.createDirectories(folder);
      Files.write(folder.resolve("rows.parquet"), content);
    }
  }

  private static void files(Path dataset, int files, byte[] content) throws IOException {
    Path folder = dataset.resolve(folder(DataSet.DAY_OF_HISTORY));
    Files.createDirectories(folder);
    for (int file = 0; file < files; file++) {
      Files.write(folder.resolve("%06d.parquet".formatted(file)), content);
    }
  }

  /** The folder of a day below its dataset. */
  static String folder(LocalDate day) {
    return "year_%04d/month_%02d/day_%02d"
        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** What the folders of a history say of a file in it: the day, and the hour. */
  record Place(LocalDate day, int hour) {

    /** Of a path below the dataset; files of a day that has no hours are of hour 0. */
    static Place of(Path file) {
      int[] parts =
          Stream.of(file.getName(0), file.getName(1), file.getName(2))
              .map(name -> name.toString().replaceAll("\\D", ""))
              .mapToInt(Integer::parseInt)
              .toArray();
      int hour =
          file.getNameCount() > 4
              ? Integer.parseInt(file.getName(4).toString().replaceAll("\\D", ""))
              : 0;
      return new Place(LocalDate.of(parts[0], parts[1], parts[2]), hour);
    }
  }
}
