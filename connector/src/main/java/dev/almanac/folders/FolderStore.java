package dev.almanac.folders;

import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.files.MissingClient;
import dev.almanac.files.StoreFiles;
import dev.almanac.files.Trouble;
import dev.almanac.format.FormatContext;
import dev.almanac.format.SchemaCache;
import dev.almanac.layout.PartitionScheme;
import dev.almanac.spark.HadoopConfs;
import dev.almanac.spark.ListenerBus;
import dev.almanac.spark.SessionConf;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.DatasetListing;
import dev.almanac.store.DatasetName;
import dev.almanac.store.DatasetSpan;
import dev.almanac.store.ListingBudget;
import dev.almanac.store.MetadataTable;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import dev.almanac.store.StoreReader;
import dev.almanac.store.Suggestion;
import dev.almanac.temporal.TableVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store of folders: loads its datasets as tables, and lists them. */
public final class FolderStore implements StoreReader {

  private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);

  /** Where a file belongs takes at least so many times the memory of a name. */
  private static final int NAMES_FOR_A_PLACE = 4;

  private final Store store;
  private final Parallel parallel;
  private final SchemeFinder schemes;
  private final SchemaCache schemaCache;
  private final FolderCache names;
  private final PlacedListings placed;
  private final HadoopConfs sent = new HadoopConfs();
  private final OnceLog log = new OnceLog();

  FolderStore(Store store, CatalogLimits limits) {
    this(store, limits, new FolderCache(limits.listingCacheSize()));
  }

  FolderStore(Store store, CatalogLimits limits, FolderCache names) {
    this.store = store;
    this.parallel = new Parallel("almanac-list", limits.listingThreads());
    this.schemes = new SchemeFinder(store.options());
    this.schemaCache = new SchemaCache(limits.schemaCacheSize());
    this.names = names;
    this.placed = new PlacedListings(limits.listingCacheSize() / NAMES_FOR_A_PLACE);
  }

  @Override
  public Optional<Table> load(
      DatasetName name,
      Optional<TableVersion> version,
      Optional<StructType> schema,
      QueryMoment moment) {
    OpenDataset dataset = open(name, moment);
    QueryDates dates = new QueryDates(version, store.options(), moment);
    Optional<PartitionScheme> scheme = schemes.find(dataset, dates.rangeUnseen());
    if (scheme.isEmpty() && schema.isPresent() && dataset.listing().children("").isEmptyFolder()) {
      scheme = Optional.of(PartitionScheme.none()); // its columns are known, its rows none
    }
    Optional<Snapshot> snapshot =
        scheme.flatMap(found -> loader(dataset, found, dates).load(schema));
    dataset.listing().forget();
    return snapshot.map(FolderTable::new);
  }

  private SnapshotLoader loader(OpenDataset dataset, PartitionScheme scheme, QueryDates dates) {
    return new SnapshotLoader(
        dataset, scheme, dates, new SchemaReader(schemaCache), schemes, placed, log);
  }

  @Override
  public Optional<Table> metadata(
      DatasetName name, MetadataTable table, Optional<TableVersion> version, QueryMoment moment) {
    OpenDataset dataset = open(name, moment);
    QueryDates dates = new QueryDates(version, store.options(), moment);
    return schemes
        .find(dataset, Optional.empty())
        .map(scheme -> new MetadataListing(dataset, scheme, dates, schemes))
        .map(listing -> new ListedTable(name.text() + "." + table.text(), table, listing));
  }

  /** By one LIST: among the folders beside it, of which some may hold no data. */
  @Override
  public Optional<List<String>> likeliest(DatasetName missing, QueryMoment moment) {
    List<String> path = missing.path();
    if (path.isEmpty()) {
      return Optional.empty();
    }
    List<String> parent = path.subList(0, path.size() - 1);
    List<String> beside =
        open(new DatasetName(parent, missing.text()), moment).listing().children("").folders();
    return Suggestion.nearest(path.get(path.size() - 1), beside)
        .map(
            name -> {
              List<String> found = new ArrayList<>(parent);
              found.add(name);
              return found;
            });
  }

  @Override
  public boolean isDataset(DatasetName name, QueryMoment moment) {
    return tree(moment).isDataset(name.path());
  }

  @Override
  public boolean canHoldDataset(DatasetName name, QueryMoment moment) {
    return isDataset(name, moment) || open(name, moment).listing().children("").isEmptyFolder();
  }

  @Override
  public List<List<String>> datasets(List<String> below, QueryMoment moment) {
    return tree(moment).datasets(below, ListingBudget.unlimited()).names();
  }

  @Override
  public DatasetListing datasets(List<String> below, ListingBudget budget, QueryMoment moment) {
    return tree(moment).datasets(below, budget);
  }

  @Override
  public Optional<DatasetSpan> span(DatasetName name, QueryMoment moment) {
    OpenDataset dataset = open(name, moment);
    return schemes
        .find(dataset, Optional.empty())
        .filter(PartitionScheme::dated)
        .flatMap(scheme -> new DatasetDays(dataset, scheme).span());
  }

  @Override
  public List<String> namespaces(List<String> below, QueryMoment moment) {
    return tree(moment).namespaces(below);
  }

  @Override
  public boolean isNamespace(List<String> path, QueryMoment moment) {
    return tree(moment).isNamespace(path);
  }

  @Override
  public boolean isMissing(QueryMoment moment) {
    OpenDataset root = open(new DatasetName(List.of(), store.toString()), moment);
    return root.listing().isMissingOnDisk();
  }

  @Override
  public void refresh(DatasetName name) {
    schemes.forget(name.path());
    schemaCache.clear();
    names.clear();
    placed.clear();
  }

  private DatasetTree tree(QueryMoment moment) {
    OpenDataset root = open(new DatasetName(List.of(), store.toString()), moment);
    return new DatasetTree(root, store.options(), log);
  }

  private OpenDataset open(DatasetName name, QueryMoment moment) {
    Configuration session = SessionConf.hadoop(moment.session());
    LocalDisk.configure(session);
    StoreFiles files = StoreFiles.of(store, session);
    FileSystem fileSystem = fileSystem(files);
    Path location = fileSystem.makeQualified(files.location());
    Listing listing =
        new Listing(
            store.toString(),
            fileSystem,
            Paths.below(location, name.path()),
            LocalLinks.of(location),
            new KnownNames(names, System.currentTimeMillis()),
            new ListingCounts(watch(name, moment.session())));
    FormatContext context =
        new FormatContext(moment.session(), files.hadoop(), store.options().asMap(), sent);
    return new OpenDataset(store, name, listing, context, parallel, moment);
  }

  private ListingWatch watch(DatasetName name, SparkSession session) {
    return new ListingWatch(
        name.text(),
        System::nanoTime,
        event -> ListenerBus.post(session, event),
        event ->
            LOG.info(
                "Listing {}: {} of {} folders, {} files, after {} s",
                event.dataset(),
                event.folders(),
                event.expected(),
                event.files(),
                event.millis() / 1000));
  }

  private FileSystem fileSystem(StoreFiles files) {
    try {
      return files.fileSystem(store);
    } catch (IOException | RuntimeException | LinkageError e) {
      Optional<String> missing =
          MissingClient.explain(String.valueOf(files.location().toUri().getScheme()), e);
      Optional<Trouble> trouble = Trouble.of(e);
      throw AlmanacException.of(
          missing.isPresent() ? Condition.MISSING_CLIENT : Condition.INVALID_STORE,
          "Cannot open "
              + store
              + " at "
              + store.location()
              + ": "
              + missing
                  .or(() -> trouble.map(found -> found.reason() + ". " + found.wayOut()))
                  .orElse(e.getMessage() + ". Check its location and options"),
          e);
    }
  }
}
