package dev.almanac.generate;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** A kind of file that rows are written to. */
public enum RowFile {
  PARQUET("parquet"),
  JSONL("jsonl"),
  JSONL_ZST("jsonl.zst");

  private final String extension;

  RowFile(String extension) {
    this.extension = extension;
  }

  /** Writes the rows to a new file of that name, to which the extension is added. */
  public Path write(List<Row> rows, StructType schema, Path folder, String name)
      throws IOException {
    Path file = folder.resolve(name + "." + extension);
    switch (this) {
      case PARQUET -> ParquetRows.write(rows, schema, file);
      case JSONL -> JsonRows.write(rows, schema, Files.newOutputStream(file));
      case JSONL_ZST ->
          JsonRows.write(rows, schema, new ZstdOutputStream(Files.newOutputStream(file)));
    }
    return file;
  }

  /** The extension, without the dot before it. */
  @Override
  public String toString() {
    return extension;
  }
}
