package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.layout.DateLevels;
import dev.almanac.layout.Detection;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.PathKind;
import dev.almanac.layout.SchemeDetector;
import dev.almanac.store.DatasetListing;
import dev.almanac.store.DatasetOptions;
import dev.almanac.store.ListingBudget;
import dev.almanac.store.StoreOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells datasets from the folders that hold datasets. Folders inside a dataset (dates, segments,
 * frames) are never looked at, so they are never taken for datasets.
 */
final class DatasetTree {

  private static final Comparator<List<String>> BY_NAME =
      (one, other) -> Arrays.compare(one.toArray(String[]::new), other.toArray(String[]::new));

  private final OpenDataset root;
  private final OnceLog log;
  private final Optional<PartitionScheme> configured;
  private final Optional<String> dateColumn;

  /**
   * @param root the store's location
   */
  DatasetTree(OpenDataset root, StoreOptions options, OnceLog log) {
    this.root = root;
    this.log = log;
    this.dateColumn = options.set(DatasetOptions.DATE_COLUMN);
    Detection detection =
        SchemeDetector.start(options.set(DatasetOptions.PARTITION_SCHEME), dateColumn);
    this.configured =
        detection instanceof Detection.Found found ? Optional.of(found.scheme()) : Optional.empty();
  }

  boolean isDataset(List<String> path) {
    return kind(path) instanceof Detection.Found;
  }

  boolean isNamespace(List<String> path) {
    return kind(path) instanceof Detection.FolderOfFolders;
  }

  /** The datasets below a path, however deep, one level of folders after the other. */
  DatasetListing datasets(List<String> below, ListingBudget budget) {
    List<List<String>> datasets = new ArrayList<>();
    List<List<String>> open = List.of(below);
    int taken = budget.take(open.size());
    while (taken > 0) {
      List<List<String>> looked = open.subList(0, taken);
      List<List<String>> next = new ArrayList<>(open.subList(taken, open.size()));
      List<Detection> kinds = root.parallel().map(looked, this::kind);
      for (int i = 0; i < looked.size(); i++) {
        List<String> path = looked.get(i);
        // The store's own location has no name, unless the store has a prefix.
        boolean named = !path.isEmpty() || !root.store().prefix().isEmpty();
        if (kinds.get(i) instanceof Detection.Found && named) {
          datasets.add(path);
        } else {
          visible(path).forEach(child -> next.add(child(path, child)));
        }
      }
      open = next;
      taken = budget.take(open.size());
    }
    datasets.sort(BY_NAME);
    return new DatasetListing(datasets, open.isEmpty());
  }

  /** The direct children that are folders of folders. */
  List<String> namespaces(List<String> below) {
    if (isDataset(below) && !below.isEmpty()) {
      return List.of();
    }
    List<String> children = visible(below);
    List<Detection> kinds = root.parallel().map(children, name -> kind(child(below, name)));
    List<String> namespaces = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      if (kinds.get(i) instanceof Detection.FolderOfFolders) {
        namespaces.add(children.get(i));
      }
    }
    return namespaces;
  }

  private List<String> visible(List<String> path) {
    return children(path).folders().stream()
        .filter(name -> PathKind.of(name) != PathKind.HIDDEN)
        .toList();
  }

  private Detection kind(List<String> path) {
    Children children = children(path);
    if (!children.exists()) {
      return new Detection.NoData(List.of());
    }
    if (configured.flatMap(PartitionScheme::levels).filter(l -> leads(l, children)).isPresent()) {
      return new Detection.Found(configured.get());
    }
    return SchemeDetector.start(Optional.empty(), dateColumn)
        .resolve(
            folders ->
                root.parallel().map(folders, folder -> root.listing().names(text(path, folder))));
  }

  /** Whether the folders of a configured template begin here. */
  private static boolean leads(DateLevels levels, Children children) {
    return children.folders().stream()
        .anyMatch(name -> levels.read(List.of(name)) instanceof DateLevels.Level.Within);
  }

  /** A folder that a link leads out of the store is an error to read, but hides no other. */
  private Children children(List<String> path) {
    try {
      return root.listing().children(String.join("/", path));
    } catch (Exception e) { // AlmanacException is checked, but thrown unchecked
      if (e instanceof AlmanacException error && error.condition() == Condition.PATH_LEAVES_STORE) {
        log.warn(error.getMessage());
        return Children.NONE;
      }
      throw AlmanacException.unchecked(e);
    }
  }

  private static String text(List<String> path, String folder) {
    String start = String.join("/", path);
    if (folder.isEmpty() || start.isEmpty()) {
      return start + folder;
    }
    return start + "/" + folder;
  }

  private static List<String> child(List<String> path, String name) {
    List<String> child = new ArrayList<>(path);
    child.add(name);
    return child;
  }
}
