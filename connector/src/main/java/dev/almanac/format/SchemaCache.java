package dev.almanac.format;

import dev.almanac.store.LruCache;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the schemas of files that were opened, as long as path, length, time of change and the
 * options to read with stay the same. Bounded: the files that were asked for longest ago are
 * forgotten first. For many threads; two that ask at once for a new file both open it.
 */
public final class SchemaCache {

  /** Enough for the newest files of many datasets, or all files of some. */
  public static final int DEFAULT_FILES = 10_000;

  private record Key(
      String format, FileSlice file, Map<String, String> options, boolean caseSensitive) {}

  private final LruCache<Key, FileSchema> schemas;

  /**
   * An empty cache.
   *
   * @param mostFiles how many files to remember; 0 for none
   */
  public SchemaCache(int mostFiles) {
    this.schemas = new LruCache<>(mostFiles);
  }

  /** The columns of a file: remembered, or found by opening it. */
  public FileSchema schema(DataFormat format, FileSlice file, FormatContext context)
      throws IOException {
    Key key = new Key(format.name(), file, context.options(), context.caseSensitive());
    Optional<FileSchema> known = schemas.get(key);
    if (known.isPresent()) {
      return known.get();
    }
    FileSchema found = format.inferSchema(file, context);
    schemas.put(key, found);
    return found;
  }

  /** Forgets everything. */
  public void clear() {
    schemas.clear();
  }
}
