package dev.almanac.stores;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Files on the local disk. */
class DiskFilesTest extends FilesContract {

  @TempDir static Path folder;

  @Override
  protected TestStore store() {
    return new DiskStore(folder);
  }
}
