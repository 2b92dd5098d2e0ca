package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out whether a folder is a dataset, and its partition scheme, from the names in it and,
 * where these can be taken in two ways, in few folders below it.
 *
 * <p>Names that only a partition scheme has ({@code year_2024}, {@code 2024-05-01}, {@code
 * dt=2024-05-01}) decide alone, and of several schemes the one that most folders follow, so that an
 * odd folder changes nothing. Names that a dataset may have too are looked into: {@code 2024} is a
 * year if there are months in it, {@code by_product} a segmentation if there is {@code product=...}
 * in it, {@code as_at_home} a frame if it has a frame's marker.
 */
public final class SchemeDetector {

  private static final int MOST_LOOKS = 4;

  private final Optional<String> dateColumn;

  private SchemeDetector(Optional<String> dateColumn) {
    this.dateColumn = dateColumn;
  }

  /**
   * Starts to find a scheme. What is configured is found without looking, except the keys of {@code
   * hive}. A text that is no scheme is refused as an INVALID_OPTION.
   *
   * @param configured {@code mabel}, {@code none}, {@code hive} or a template; empty to detect it
   * @param dateColumn of Hive datasets, if it is configured
   */
  public static Detection start(Optional<String> configured, Optional<String> dateColumn) {
    SchemeDetector detector = new SchemeDetector(dateColumn);
    if (configured.isEmpty()) {
      return new Detection.Look(List.of(""), root -> detector.detect(root.get(0)));
    }
    return switch (configured.get().toLowerCase(Locale.ROOT)) {
      case "mabel" -> new Detection.Found(PartitionScheme.mabel());
      case "none" -> new Detection.Found(PartitionScheme.none());
      case "hive" ->
          new Detection.Look(
              List.of(""), root -> new HiveDetection(dateColumn).detect(root.get(0)));
      default -> new Detection.Found(PartitionScheme.template(configured.get()));
    };
  }

  /**
   * Starts to find the dates of a Hive dataset under whatever key they are: to tell of one that is
   * configured, and is not theirs.
   */
  public static Detection startWithAnyDateColumn() {
    return new Detection.Look(
        List.of(""), root -> new HiveDetection(Optional.empty(), true).detect(root.get(0)));
  }

  private Detection detect(FolderNames root) {
    Supplier<Detection> undated = () -> undated(root);
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(
        new Candidate(
            TemplateDetection.count(TemplateScheme.MABEL.template(), root),
            () -> new Detection.Found(PartitionScheme.mabel())));
    candidates.add(
        new Candidate(HiveDetection.count(root), () -> new HiveDetection(dateColumn).detect(root)));
    candidates.add(
        new Candidate(
            TemplateDetection.count(root), () -> TemplateDetection.detect(root, undated)));
    // The first of equals wins: max() would give the last.
    candidates.sort(Comparator.comparing(Candidate::folders).reversed());
    Candidate likeliest = candidates.get(0);
    return likeliest.folders() > 0 ? likeliest.follow().get() : undated.get();
  }

  /** One way to take the names, and how many folders it explains. */
  private record Candidate(long folders, Supplier<Detection> follow) {}

  /** No dates: frames and segments at the root, or plain files, or folders. */
  private static Detection undated(FolderNames root) {
    List<String> frames = root.folders().stream().filter(PathKind::isFrame).toList();
    if (frames.stream().anyMatch(SchemeDetector::isStamped)) {
      return new Detection.Found(PartitionScheme.undatedMabel());
    }
    List<String> looks = new ArrayList<>();
    root.folders().stream().filter(PathKind::isSegmentation).limit(MOST_LOOKS).forEach(looks::add);
    frames.stream().limit(MOST_LOOKS).forEach(looks::add);
    if (looks.isEmpty()) {
      return plain(root);
    }
    return new Detection.Look(
        looks,
        below -> {
          for (int i = 0; i < looks.size(); i++) {
            if (isSegmentation(looks.get(i), below.get(i)) || isFrame(looks.get(i), below.get(i))) {
              return new Detection.Found(PartitionScheme.undatedMabel());
            }
          }
          return plain(root);
        });
  }

  private static boolean isStamped(String frame) {
    int start = PathKind.FRAME_PREFIX.length();
    return frame.length() > start && WholeNumber.isDigit(frame.charAt(start));
  }

  private static boolean isSegmentation(String name, FolderNames below) {
    return PathKind.isSegmentation(name)
        && below.folders().stream().anyMatch(f -> f.startsWith(DatedFolder.fieldOf(name) + "="));
  }

  private static boolean isFrame(String name, FolderNames below) {
    return PathKind.isFrame(name)
        && (below.files().contains(Unit.COMPLETE) || below.files().contains(Unit.IGNORE));
  }

  private static Detection plain(FolderNames root) {
    if (root.files().stream().anyMatch(file -> FileKind.of(file) instanceof FileKind.Data)) {
      return new Detection.Found(PartitionScheme.none());
    }
    List<String> folders =
        root.folders().stream().filter(name -> !PathKind.isHidden(name)).toList();
    if (!folders.isEmpty()) {
      return new Detection.FolderOfFolders(folders);
    }
    return new Detection.NoData(
        root.files().stream().filter(f -> FileKind.of(f) == FileKind.Other.UNKNOWN).toList());
  }
}
