package dev.almanac.firestore;

import com.google.firestore.v1.Document;
import dev.almanac.files.References;
import dev.almanac.store.CatalogLimits;
import dev.almanac.store.DatasetName;
import dev.almanac.store.FirestoreOptions;
import dev.almanac.store.MetadataTable;
import dev.almanac.store.QueryMoment;
import dev.almanac.store.Store;
import dev.almanac.store.StoreOptions;
import dev.almanac.store.StoreReader;
import dev.almanac.store.Suggestion;
import dev.almanac.temporal.TableVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.types.StructType;

/**
 * A database: its collections as tables, and its documents, as far as they have collections, as
 * namespaces.
 */
final class FirestoreStore implements StoreReader {

  /** How many documents of a collection are looked at for collections below them. */
  private static final int DOCUMENTS_LISTED = 10;

  private final Store store;
  private final Map<String, String> environment;
  private final SampleCache samples;

  FirestoreStore(Store store, CatalogLimits limits, Map<String, String> environment) {
    this.store = store;
    this.environment = environment;
    this.samples = new SampleCache(limits.schemaCacheSize());
  }

  @Override
  public Optional<Table> load(
      DatasetName name,
      Optional<TableVersion> version,
      Optional<StructType> schema,
      QueryMoment moment) {
    Optional<CollectionPath> collection = CollectionPath.of(name.path());
    if (collection.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> asOf =
        ReadTime.of(version, name.text(), store.options().timeZone(), Instant.now());
    return load(place(name, collection.get()), asOf, schema, moment);
  }

  /** A collection that is asked for, and the store's options with what they stand for just now. */
  private record Place(
      String name, CollectionPath collection, Connection connection, StoreOptions options) {
    Server server() {
      return new Server(connection, name);
    }

    Server.Documents first(int documents, Optional<Instant> readTime) {
      return server()
          .query(
              collection.parent(),
              new CollectionQuery(collection, connection).first(documents),
              readTime);
    }
  }

  /** One request finds whether the collection is there, what the time is, and its columns. */
  private Optional<Table> load(
      Place place, Optional<Instant> asOf, Optional<StructType> schema, QueryMoment moment) {
    Optional<Sample> known =
        schema
            .map(Sample::given)
            .or(() -> asOf.isPresent() ? Optional.empty() : samples.get(place.collection()));
    int wanted =
        known.isPresent() && !place.collection().needsMatching()
            ? 1
            : Integer.parseInt(place.options().value(FirestoreOptions.SAMPLE_SIZE));
    Server.Documents found = place.first(wanted, asOf);
    List<Document> documents =
        found.documents().stream()
            .filter(
                document -> place.collection().matches(place.connection().path(document.getName())))
            .toList();
    if (documents.isEmpty()) {
      return Optional.empty();
    }
    Sample sample =
        known.orElseGet(
            () -> {
              Sample taken = Sample.of(documents, found.documents().size() < wanted);
              if (asOf.isEmpty()) {
                samples.put(place.collection(), taken);
              }
              return taken;
            });
    boolean pinned = Boolean.parseBoolean(place.options().value(FirestoreOptions.SNAPSHOT));
    Snapshot snapshot =
        new Snapshot(
            place.name(),
            place.collection(),
            place.connection(),
            sample,
            asOf,
            asOf.or(() -> pinned ? found.readTime() : Optional.empty()),
            Settings.of(place.options(), moment.session()));
    snapshot.checkTypes();
    return Optional.of(new FirestoreTable(store, snapshot));
  }

  /** A collection has no days, frames or files. */
  @Override
  public Optional<Table> metadata(
      DatasetName name, MetadataTable table, Optional<TableVersion> version, QueryMoment moment) {
    return Optional.empty();
  }

  @Override
  public Optional<List<String>> likeliest(DatasetName missing, QueryMoment moment) {
    List<String> path = missing.path();
    List<String> parent = path.subList(0, Math.max(0, path.size() - 1));
    return CollectionPath.of(path)
        .filter(CollectionPath::single)
        .flatMap(
            wanted -> Suggestion.nearest(wanted.id(), server(path).collectionIds(wanted.parent())))
        .map(
            id -> {
              List<String> found = new ArrayList<>(parent);
              found.add(id);
              return found;
            });
  }

  @Override
  public boolean isDataset(DatasetName name, QueryMoment moment) {
    return CollectionPath.of(name.path())
        .map(collection -> place(name, collection))
        .map(
            place ->
                place
                    .first(place.collection().needsMatching() ? 1000 : 1, Optional.empty())
                    .documents()
                    .stream()
                    .map(document -> place.connection().path(document.getName()))
                    .anyMatch(place.collection()::matches))
        .orElse(false);
  }

  @Override
  public boolean canHoldDataset(DatasetName name, QueryMoment moment) {
    return CollectionPath.of(name.path()).isPresent();
  }

  /**
   * The collections directly below a document or the root; of a collection, those below its first
   * documents. Deeper ones are not looked for, which would be a request for each document.
   */
  @Override
  public List<List<String>> datasets(List<String> below, QueryMoment moment) {
    Server server = server(below);
    Set<String> ids = new TreeSet<>();
    if (below.size() % 2 == 0) {
      ids.addAll(server.collectionIds(String.join("/", below)));
    } else {
      for (String document : documents(server, below)) {
        ids.addAll(server.collectionIds(document));
      }
    }
    List<List<String>> paths = new ArrayList<>();
    for (String id : ids) {
      List<String> path = new ArrayList<>(below);
      path.add(id);
      paths.add(path);
    }
    return paths;
  }

  private static List<String> documents(Server server, List<String> collection) {
    return CollectionPath.of(collection)
        .filter(CollectionPath::single)
        .map(path -> server.documentPaths(path, DOCUMENTS_LISTED))
        .orElse(List.of());
  }

  /** Documents are not listed: there may be any number of them. */
  @Override
  public List<String> namespaces(List<String> below, QueryMoment moment) {
    return List.of();
  }

  @Override
  public boolean isNamespace(List<String> path, QueryMoment moment) {
    if (path.isEmpty()) {
      return true;
    }
    Server server = server(path);
    return path.size() % 2 == 0
        ? !server.collectionIds(String.join("/", path)).isEmpty()
        : !documents(server, path).isEmpty();
  }

  @Override
  public void refresh(DatasetName name) {
    CollectionPath.of(name.path()).ifPresent(samples::forget);
  }

  private Server server(List<String> path) {
    return new Server(
        Connection.of(resolved(), environment),
        path.isEmpty() ? "the collections" : String.join(".", path));
  }

  private Place place(DatasetName name, CollectionPath collection) {
    Store resolved = resolved();
    return new Place(
        name.text(), collection, Connection.of(resolved, environment), resolved.options());
  }

  /** With what options stand for, which may change. */
  private Store resolved() {
    return References.of(store).resolve(store, "firestore.");
  }
}
