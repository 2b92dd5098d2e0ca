package dev.almanac.folders;

import dev.almanac.files.StoreFiles;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.Connector;
import dev.almanac.store.Store;

/** The connector {@code folders}: datasets are folders of files, on any Hadoop file system. */
public final class FoldersConnector implements Connector {

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public void check(Store store) {
    StoreFiles.check(store);
    DateOptions.check(store);
  }

  @Override
  public FolderStore open(Store store, CatalogLimits limits) {
    return new FolderStore(store, limits);
  }
}
