package dev.almanac.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of the local disk. */
record DiskStore(Path folder) implements TestStore {

  @Override
  public String location(String below) {
    return folder.resolve(below).toString();
  }

  @Override
  public Map<String, String> options() {
    return Map.of();
  }

  @Override
  public void put(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      if (path.endsWith("/")) {
        Files.createDirectories(file);
      } else {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void delete(String path) {
    try {
      Files.delete(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
