package dev.almanac.layout;

import dev.almanac.layout.DateLevels.Level;
import dev.almanac.temporal.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the days that a dataset has, level by level (years, then months, then days), listing only
 * folders that can hold a wanted day.
 *
 * <p>The folders found are those of single days. A day comes more than once, in succession, where
 * it lies in several folders, as in {@code {yyyy}-{mm}-{dd}-{HH}}. Folders that have the form of
 * dates, but name none (month 13), are noted on the way.
 */
public final class DayWalk {

  private final DateLevels levels;
  private final FolderLister lister;
  private final Skipped.Counter impossible = new Skipped.Counter();

  public DayWalk(DateLevels levels, FolderLister lister) {
    this.levels = levels;
    this.lister = lister;
  }

  /**
   * The folders of all days, the newest first, listing no more than is needed for the days that are
   * taken: for the newest day, one LIST for each level.
   */
  public Iterator<Folder> newestFirst() {
    return bestFirst(Comparator.comparing((Folder folder) -> folder.days().last()).reversed());
  }

  /** The folders of all days, those nearest to a day first; of two equally near, the earlier. */
  public Iterator<Folder> nearestFirst(LocalDate day) {
    return bestFirst(
        Comparator.comparing((Folder folder) -> folder.days().daysFrom(day))
            .thenComparing(folder -> folder.days().first()));
  }

  /**
   * The folders of the days of a range that exist, ascending. Lists one level after the other, each
   * all at once.
   */
  public List<Folder> within(DateRange range) {
    List<Folder> found = List.of(Folder.ROOT);
    for (int level = 0; level < levels.depth(); level++) {
      List<Folder> below = new ArrayList<>();
      for (Folder child : children(found)) {
        if (child.days().intersects(range)) {
          below.add(child);
        }
      }
      found = below;
    }
    return found.stream().sorted(ASCENDING).toList();
  }

  /** The years that have folders, listing only as deep as is needed to tell them. */
  public SortedSet<Integer> years() {
    SortedSet<Integer> years = new TreeSet<>();
    List<Folder> open = List.of(Folder.ROOT);
    while (!open.isEmpty()) {
      List<Folder> wider = new ArrayList<>();
      for (Folder child : children(open)) {
        int year = child.days().first().getYear();
        if (year == child.days().last().getYear()) {
          years.add(year);
        } else if (depth(child) < levels.depth()) {
          wider.add(child);
        }
      }
      open = wider;
    }
    return years;
  }

  /** The folders so far that have the form of dates, but name none. */
  public Skipped skipped() {
    return impossible.skipped();
  }

  private static final Comparator<Folder> ASCENDING =
      Comparator.comparing((Folder folder) -> folder.days().first()).thenComparing(Folder::path);

  private Iterator<Folder> bestFirst(Comparator<Folder> order) {
    // Of equally good folders, the deeper, so that no more than one way down is listed.
    PriorityQueue<Folder> open =
        new PriorityQueue<>(
            order
                .thenComparing(DayWalk::depth, Comparator.reverseOrder())
                .thenComparing(Folder::path));
    open.add(Folder.ROOT);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (!open.isEmpty() && depth(open.peek()) < levels.depth()) {
          open.addAll(children(List.of(open.remove())));
        }
        return !open.isEmpty();
      }

      @Override
      public Folder next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return open.remove();
      }
    };
  }

  private List<Folder> children(List<Folder> folders) {
    List<List<String>> names = lister.children(folders.stream().map(Folder::path).toList());
    List<Folder> children = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      for (String name : names.get(i)) {
        String path = Elements.below(folders.get(i).path(), name);
        Level level = levels.read(Elements.of(path));
        if (level instanceof Level.Within within) {
          children.add(new Folder(path, within.days()));
        } else if (level instanceof Level.Outside outside
            && outside.reason() == SkipReason.IMPOSSIBLE_DATE) {
          impossible.add(SkipReason.IMPOSSIBLE_DATE, path);
        }
      }
    }
    return children;
  }

  private static int depth(Folder folder) {
    return Elements.of(folder.path()).size();
  }
}
