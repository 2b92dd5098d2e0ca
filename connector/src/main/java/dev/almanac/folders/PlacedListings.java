package dev.almanac.folders;

import dev.almanac.layout.Contents;
import dev.almanac.layout.ListedFile;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.layout.ReadRequest;
import dev.almanac.layout.Selection;
import dev.almanac.store.DatasetName;
import dev.almanac.store.LruCache;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Remembers in which days, hours and frames the files of long listings are. Every query lists, but
 * where it finds the very files that were found before, of the same lengths and times, they are not
 * placed again: that follows from the listing alone. Bounded, and given up where memory is short.
 * For many threads.
 */
final class PlacedListings {

  /** Of fewer files, it takes too little time to be worth the memory. */
  static final int FEWEST = 1024;

  /**
   * A listing, and what follows from it.
   *
   * @param listing what was listed
   * @param contents where its files are
   * @param selection what is read of them
   */
  record Placed(List<ListedFile> listing, Contents contents, Selection selection) {

    private static Placed of(
        PartitionScheme scheme, ReadRequest request, List<ListedFile> listing) {
      Contents contents = Contents.of(scheme, listing);
      return new Placed(listing, contents, contents.select(request));
    }

    private boolean isOf(List<ListedFile> other) {
      return listing.size() == other.size()
          && IntStream.range(0, other.size())
              .parallel()
              .allMatch(i -> listing.get(i).equals(other.get(i)));
    }
  }

  private record Key(List<String> dataset, PartitionScheme scheme, ReadRequest request) {}

  private record Kept(int files, SoftReference<Placed> placed) {}

  private final LruCache<Key, Kept> known;

  /**
   * Remembers nothing yet.
   *
   * @param most how many files it remembers, of all listings together; 0 for none
   */
  PlacedListings(int most) {
    this.known = new LruCache<>(most, Kept::files);
  }

  /**
   * Places a listing, unless it is one that has been placed.
   *
   * @param scheme the dataset's
   * @param request what is read; without a filter on segments, which is not compared
   * @param listing of this query; not changed any more
   */
  Placed place(
      DatasetName dataset, PartitionScheme scheme, ReadRequest request, List<ListedFile> listing) {
    if (listing.size() < FEWEST) {
      return Placed.of(scheme, request, listing);
    }
    Key key = new Key(dataset.path(), scheme, request);
    Optional<Placed> before = known.get(key).map(kept -> kept.placed().get());
    if (before.isPresent() && before.get().isOf(listing)) {
      return before.get();
    }
    Placed placed = Placed.of(scheme, request, listing);
    known.put(key, new Kept(listing.size(), new SoftReference<>(placed)));
    return placed;
  }

  /** Forgets everything. */
  void clear() {
    known.clear();
  }
}
