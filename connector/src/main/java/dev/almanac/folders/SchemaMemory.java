package dev.almanac.folders;

import dev.almanac.format.FileSchema;
import dev.almanac.format.FileSlice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Schemas of files that were opened. */
final class SchemaMemory {

  interface Loader {
    FileSchema load() throws IOException;
  }

  private final Map<FileSlice, FileSchema> known = new ConcurrentHashMap<>();
  private final int most;

  SchemaMemory(int most) {
    this.most = most;
  }

  FileSchema get(FileSlice file, Loader loader) {
    FileSchema found = known.get(file);
    if (found != null) {
      return found;
    }
    try {
      FileSchema loaded = loader.load();
      if (known.size() < most) {
        known.put(file, loaded);
      }
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void clear() {
    known.clear();
  }
}
