package dev.almanac.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.vector.compression.CompressionUtil.CodecType;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Arrow files, and streams, plain and compressed: each keeps the whole contract. */
class ArrowFormatTest {

  abstract static class Contract extends DataFormatContract {

    private final boolean stream;
    private final CodecType compression;

    Contract(boolean stream, CodecType compression) {
      this.stream = stream;
      this.compression = compression;
    }

    @Override
    String format() {
      return "arrow";
    }

    @Override
    void write(Dataset<Row> rows, Path file) throws IOException {
      ArrowFiles.write(rows, file, stream, compression);
    }

    @Override
    String everyType() {
      return Samples.EVERY_TYPE;
    }

    @Override
    boolean emptyFileIsEmpty() {
      return false;
    }

    @Test
    void findsTheColumns() throws IOException {
      Path file = file("f", everyType());
      assertThat(dataFormat().inferSchema(slice(file), context()).columns())
          .isEqualTo(dev.almanac.schema.Nullability.allNullable(spark().sql(everyType()).schema()));
    }

    @Test
    void readsManyBatches() throws IOException {
      String sql = "SELECT id, CAST(id AS STRING) AS text FROM range(1234)";
      List<String> expected = texts(spark().sql(sql).collectAsList());
      assertThat(read(file("f", sql), "id BIGINT, text STRING")).isEqualTo(expected);
    }
  }

  @Nested
  class AFile extends Contract {
    AFile() {
      super(false, CodecType.NO_COMPRESSION);
    }
  }

  @Nested
  class AFileOfLz4 extends Contract {
    AFileOfLz4() {
      super(false, CodecType.LZ4_FRAME);
    }
  }

  @Nested
  class AFileOfZstd extends Contract {
    AFileOfZstd() {
      super(false, CodecType.ZSTD);
    }
  }

  @Nested
  class AStream extends Contract {
    AStream() {
      super(true, CodecType.NO_COMPRESSION);
    }
  }

  @Nested
  class AStreamOfZstd extends Contract {
    AStreamOfZstd() {
      super(true, CodecType.ZSTD);
    }
  }
}
