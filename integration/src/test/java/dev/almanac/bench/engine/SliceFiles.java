package dev.almanac.bench.engine;

import dev.almanac.bench.data.BenchmarkData;
import dev.almanac.bench.data.Folders;
import dev.almanac.bench.scenario.Slice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a slice is on the disk, for those who know nothing of days. */
record SliceFiles(BenchmarkData data) {

  /** The folders of its days that are there, or its dataset's. */
  List<Path> folders(Slice slice) {
    Path dataset = data.folder(slice.dataSet());
    return slice
        .days()
        .map(
            days ->
                days.first()
                    .datesUntil(days.last().plusDays(1))
                    .map(
                        day ->
                            dataset.resolve(
                                "year_%04d/month_%02d/day_%02d"
                                    .formatted(
                                        day.getYear(), day.getMonthValue(), day.getDayOfMonth())))
                    .filter(Files::isDirectory)
                    .toList())
        .orElse(List.of(dataset));
  }

  /** All of its files. */
  List<Path> files(Slice slice) {
    List<Path> files = new ArrayList<>();
    try {
      for (Path folder : folders(slice)) {
        files.addAll(Folders.files(folder, slice.dataSet().extension()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
