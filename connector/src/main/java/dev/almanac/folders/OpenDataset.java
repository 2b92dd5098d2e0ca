package dev.almanac.folders;

import dev.almanac.format.FileSlice;
import dev.almanac.format.FormatContext;
import dev.almanac.layout.DataFile;
import dev.almanac.layout.FolderLister;
import dev.almanac.layout.ListedFile;
import dev.almanac.store.DatasetName;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A dataset's place, for the length of one load.
 *
 * @param store the store it is in
 * @param name its path there
 * @param listing lists it, and remembers what it listed for this load
 * @param context what formats need to read its files
 * @param parallel runs calls side by side
 * @param moment the query
 */
record OpenDataset(
    Store store,
    DatasetName name,
    Listing listing,
    FormatContext context,
    Parallel parallel,
    QueryMoment moment) {

  SparkSession session() {
    return moment.session();
  }

  /** All files below folders, each listed by one LIST, side by side. */
  List<ListedFile> filesBelow(List<String> folders) {
    List<ListedFile> files = new ArrayList<>();
    listing.counts().expect(folders.size());
    parallel.map(folders, listing::flat).forEach(files::addAll);
    return files;
  }

  /** For walking from years to days. */
  FolderLister lister() {
    return folders -> {
      listing.counts().expect(folders.size());
      return parallel.map(folders, folder -> listing.children(folder).folders());
    };
  }

  /** The whole of a file. */
  FileSlice slice(DataFile file) {
    ListedFile listed = file.file();
    return FileSlice.whole(
        listing.uri(listed.path()), listed.length(), listed.modifiedAt(), listed.etag());
  }
}
