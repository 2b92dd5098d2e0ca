package dev.almanac.stores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server of Azure Data Lake Storage, read by Hadoop's client. */
class AbfsFilesTest extends WireFilesContract {

  @Override
  protected WireStore store() {
    return Servers.abfs();
  }

  /** The client lists folder by folder. */
  @Override
  protected int listsOf(int foldersBelow) {
    return 1 + foldersBelow;
  }

  @Override
  protected boolean asksBeforeOpening() {
    return true;
  }

  @Override
  protected int requestsToPlan(String suffix) {
    return 4;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE NAMESPACE EXTENDED %s.s",
        "EXPLAIN EXTENDED SELECT * FROM %s.s.t FOR '2024-01-01'",
        "DESCRIBE EXTENDED %s.s.t FOR '2024-01-01'",
        "CALL %s.system.stores()"
      })
  void theSignatureIsNotShown(String sql) {
    put("t/" + DAY1 + "a.jsonl", "{\"id\":1}\n");

    assertThat(rows(sql.formatted(catalog)).toString()).doesNotContain(WireStore.SECRET);
  }
}
