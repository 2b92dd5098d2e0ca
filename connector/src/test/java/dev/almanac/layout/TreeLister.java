package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A tree of files in memory, which counts what is listed. */
final class TreeLister implements Function<List<String>, List<FolderNames>>, FolderLister {

  private final Map<String, TreeSet<String>> folders = new HashMap<>();
  private final Map<String, TreeSet<String>> files = new HashMap<>();
  private final List<String> listed = new ArrayList<>();

  static TreeLister of(Collection<String> paths) {
    TreeLister tree = new TreeLister();
    paths.forEach(tree::add);
    return tree;
  }

  private void add(String path) {
    List<String> elements = Elements.of(path);
    String folder = "";
    for (String name : elements.subList(0, elements.size() - 1)) {
      folders.computeIfAbsent(folder, f -> new TreeSet<>()).add(name);
      folder = Elements.below(folder, name);
    }
    files.computeIfAbsent(folder, f -> new TreeSet<>()).add(elements.get(elements.size() - 1));
  }

  @Override
  public List<FolderNames> apply(List<String> paths) {
    listed.addAll(paths);
    return paths.stream()
        .map(
            path ->
                new FolderNames(
                    List.copyOf(folders.getOrDefault(path, new TreeSet<>())),
                    List.copyOf(files.getOrDefault(path, new TreeSet<>()))))
        .toList();
  }

  @Override
  public List<List<String>> children(List<String> paths) {
    return apply(paths).stream().map(FolderNames::folders).toList();
  }

  /** The folders that were listed, in order. */
  List<String> listed() {
    return listed;
  }
}
