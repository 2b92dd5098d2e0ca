package dev.almanac.folders;

import dev.almanac.layout.DataFile;

/**
 * A run of bytes of a file that a task is to read, as the driver keeps it.
 *
 * @param file as listed
 * @param start the first byte
 * @param length the number of bytes
 */
record PlannedSlice(DataFile file, long start, long length) {

  static PlannedSlice whole(DataFile file) {
    return new PlannedSlice(file, 0, file.file().length());
  }

  PlannedSlice part(long partStart, long partLength) {
    return new PlannedSlice(file, partStart, partLength);
  }
}
