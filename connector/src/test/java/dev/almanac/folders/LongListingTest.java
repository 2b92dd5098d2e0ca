package dev.almanac.folders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.LakeTest;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a listing that is long enough for it to be remembered, each query sees what there is. */
class LongListingTest extends LakeTest {

  private static final int FILES = PlacedListings.FEWEST;
  private static final String FRAME = "orders/" + day(1) + "/as_at_20240102-000000";

  @BeforeEach
  void write() {
    for (int file = 0; file < FILES; file++) {
      lake.file("%s/f%04d.jsonl".formatted(FRAME, file), "{\"id\":1}\n");
    }
    lake.mark(FRAME + "/frame.complete");
  }

  private Dataset<Row> query() {
    return spark().sql("SELECT * FROM %s.orders VERSION AS OF '2024-01-01'".formatted(catalog));
  }

  private long rows() {
    return query().count();
  }

  @Test
  void eachQuerySeesWhatThereIs() throws IOException {
    assertThat(rows()).isEqualTo(FILES).isEqualTo(rows());

    lake.file(FRAME + "/f0007.jsonl", "{\"id\":1}\n{\"id\":2}\n"); // in place of the other
    assertThat(rows()).isEqualTo(FILES + 1);

    lake.file(FRAME + "/more.jsonl", "{\"id\":1}\n");
    assertThat(rows()).isEqualTo(FILES + 2);

    Files.delete(folder.resolve(FRAME + "/f0007.jsonl"));
    assertThat(rows()).isEqualTo(FILES);

    lake.mark(FRAME + "/frame.ignore");
    lake.file("orders/" + day(1) + "/as_at_20240101-000000/a.jsonl", "{\"id\":1}\n")
        .mark("orders/" + day(1) + "/as_at_20240101-000000/frame.complete");
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aDataFrameKeepsItsFiles() throws IOException {
    Dataset<Row> before = query();
    assertThat(before.count()).isEqualTo(FILES);

    lake.file(FRAME + "/more.jsonl", "{\"id\":1}\n");

    assertThat(rows()).isEqualTo(FILES + 1);
    assertThat(before.count()).isEqualTo(FILES);
  }
}
