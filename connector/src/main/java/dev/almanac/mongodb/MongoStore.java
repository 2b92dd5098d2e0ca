package dev.almanac.mongodb;

import com.mongodb.client.MongoClient;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.DatasetName;
import dev.almanac.store.MetadataTable;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import dev.almanac.store.StoreReader;
import dev.almanac.store.Suggestion;
import dev.almanac.temporal.TableVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructType;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** A store of MongoDB collections: loads them as tables, and lists them. */
final class MongoStore implements StoreReader {

  /** The server's own databases: not listed, but there for those who name them. */
  private static final Set<String> SYSTEM_DATABASES = Set.of("admin", "config", "local");

  private final Store store;
  private final Sampling sampling;

  MongoStore(Store store, CatalogLimits limits) {
    this.store = store;
    this.sampling = new Sampling(limits.schemaCacheSize());
  }

  /** Anew for each use, as the connection string may stand in a file that changes. */
  private MongoSettings settings() {
    return new MongoSettings(store);
  }

  @Override
  public Optional<Table> load(
      DatasetName name,
      Optional<TableVersion> version,
      Optional<StructType> schema,
      QueryMoment moment) {
    return find(name)
        .map(info -> new OpenCollection(settings(), info, name.text()))
        .map(
            collection -> {
              version.ifPresent(dates -> refuse(name, dates));
              return new MongoTable(
                  collection, schema.orElseGet(() -> sampling.columns(collection)));
            });
  }

  private static void refuse(DatasetName name, TableVersion dates) {
    throw AlmanacException.of(
        Condition.TEMPORAL_CLAUSE_NOT_APPLICABLE,
        "Cannot read "
            + name.text()
            + " for "
            + dates
            + ": a MongoDB collection is not divided by dates, and keeps no earlier versions."
            + " Leave the clause out, and filter on a column of the collection instead.");
  }

  private Optional<CollectionInfo> find(DatasetName name) {
    return CollectionName.of(name.path(), settings().database())
        .filter(wanted -> !wanted.collection().startsWith("system."))
        .flatMap(
            wanted ->
                client(
                    "read " + name.text(),
                    client ->
                        collections(
                                client,
                                wanted.database(),
                                new BsonDocument("name", new BsonString(wanted.collection())))
                            .stream()
                            .filter(info -> info.name().equals(wanted.collection()))
                            .findFirst())); // filtered here, too: some servers list all
  }

  /** No dataset of this store has tables about it. */
  @Override
  public Optional<Table> metadata(
      DatasetName name, MetadataTable table, Optional<TableVersion> version, QueryMoment moment) {
    return Optional.empty();
  }

  @Override
  public Optional<List<String>> likeliest(DatasetName missing, QueryMoment moment) {
    Optional<String> fixed = settings().database();
    return CollectionName.of(missing.path(), fixed)
        .flatMap(
            wanted ->
                client(
                    "list the collections",
                    client ->
                        Suggestion.nearest(
                            wanted.collection(),
                            collections(client, wanted.database(), new BsonDocument()).stream()
                                .map(CollectionInfo::name)
                                .toList())))
        .map(name -> fixed.isPresent() ? List.of(name) : List.of(missing.path().get(0), name));
  }

  @Override
  public boolean isDataset(DatasetName name, QueryMoment moment) {
    return find(name).isPresent();
  }

  @Override
  public boolean canHoldDataset(DatasetName name, QueryMoment moment) {
    return isDataset(name, moment);
  }

  @Override
  public List<List<String>> datasets(List<String> below, QueryMoment moment) {
    Optional<String> fixed = settings().database();
    return client(
        "list the collections",
        client -> {
          List<List<String>> found = new ArrayList<>();
          for (String database : databasesBelow(client, fixed, below)) {
            for (CollectionInfo info : collections(client, database, new BsonDocument())) {
              if (!info.name().startsWith("system.")) {
                found.add(
                    fixed.isPresent() ? List.of(info.name()) : List.of(database, info.name()));
              }
            }
          }
          return found;
        });
  }

  private static List<String> databasesBelow(
      MongoClient client, Optional<String> fixed, List<String> below) {
    if (fixed.isPresent()) {
      return below.isEmpty() ? List.of(fixed.get()) : List.of();
    }
    return switch (below.size()) {
      case 0 -> databases(client);
      case 1 -> below;
      default -> List.of();
    };
  }

  private static List<String> databases(MongoClient client) {
    List<String> names = new ArrayList<>();
    client.listDatabaseNames().into(names);
    names.removeAll(SYSTEM_DATABASES);
    names.sort(null);
    return names;
  }

  private static List<CollectionInfo> collections(
      MongoClient client, String database, BsonDocument filter) {
    List<CollectionInfo> found = new ArrayList<>();
    for (BsonDocument listed :
        client.getDatabase(database).listCollections(BsonDocument.class).filter(filter)) {
      found.add(CollectionInfo.of(database, listed));
    }
    found.sort(java.util.Comparator.comparing(CollectionInfo::name));
    return found;
  }

  @Override
  public List<String> namespaces(List<String> below, QueryMoment moment) {
    if (settings().database().isPresent() || !below.isEmpty()) {
      return List.of();
    }
    return client("list the databases", MongoStore::databases);
  }

  @Override
  public boolean isNamespace(List<String> path, QueryMoment moment) {
    if (path.isEmpty()) {
      return true;
    }
    if (settings().database().isPresent() || path.size() > 1) {
      return false;
    }
    return client(
        "look for the database " + path.get(0),
        client -> client.listDatabaseNames().into(new ArrayList<>()).contains(path.get(0)));
  }

  @Override
  public void refresh(DatasetName name) {
    CollectionName.of(name.path(), settings().database()).ifPresent(sampling::forget);
  }

  private <T> T client(String what, Function<MongoClient, T> action) {
    MongoSettings settings = settings();
    String database = settings.database().orElse("admin");
    return MongoErrors.of(settings)
        .translating(
            what,
            () ->
                settings
                    .readConfig(database, "none", PartitionerName.SINGLE, List.of())
                    .withClient(action));
  }
}
