package dev.almanac.format.footer;

import dev.almanac.format.FileSlice;
import dev.almanac.spark.HadoopConf;
import dev.almanac.spark.OrcFooters;
import dev.almanac.spark.ParquetFooters;
import java.io.IOException;
import java.io.Serializable;
import java.util.function.Function;
import org.apache.orc.Reader;

/** Opens the footers of files, on the executors. */
public sealed interface FooterSource extends Serializable {

  /** Gives the statistics of a file to a function, while the footer is open. */
  <T> T read(FileSlice file, Function<FooterStatistics, T> function) throws IOException;

  /** Of Parquet files. */
  record Parquet(HadoopConf hadoop, boolean caseSensitive) implements FooterSource {

    @Override
    public <T> T read(FileSlice file, Function<FooterStatistics, T> function) throws IOException {
      return function.apply(
          new ParquetStatistics(
              ParquetFooters.read(file.hadoopPath(), file.fileLength(), hadoop.value()),
              caseSensitive));
    }
  }

  /** Of ORC files. */
  record Orc(HadoopConf hadoop, boolean caseSensitive) implements FooterSource {

    @Override
    public <T> T read(FileSlice file, Function<FooterStatistics, T> function) throws IOException {
      try (Reader footer = OrcFooters.open(file.hadoopPath(), hadoop.value())) {
        return function.apply(new OrcStatistics(footer, caseSensitive));
      }
    }
  }
}
