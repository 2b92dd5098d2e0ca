package dev.almanac.firestore;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which documents a table has.
 *
 * <p>{@code users} is a collection, {@code users.alice.orders} a collection below one document.
 * {@code users.*.orders}, or {@code users.orders} for short, are the orders of all users: a
 * document's id may be {@code *} anywhere. {@code **.orders} are all collections of that id,
 * wherever they are.
 *
 * @param elements collections' and documents' ids in turn, beginning and ending with a collection;
 *     for {@code **} the collection's alone
 * @param anywhere whether the name began with {@code **}
 */
record CollectionPath(List<String> elements, boolean anywhere) implements Serializable {

  private static final long serialVersionUID = 1;
  private static final String ANY = "*";
  private static final String ANYWHERE = "**";

  CollectionPath {
    elements = List.copyOf(elements);
  }

  /**
   * The collection that a table's name means.
   *
   * @param name the parts of the name below the store
   * @return empty where no collection can have that name
   */
  static Optional<CollectionPath> of(List<String> name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.get(0).equals(ANYWHERE)) {
      return name.size() == 2 && isId(name.get(1))
          ? Optional.of(new CollectionPath(name.subList(1, 2), true))
          : Optional.empty();
    }
    List<String> elements = new ArrayList<>(name);
    if (name.size() % 2 == 0) {
      elements.add(name.size() - 1, ANY);
    }
    for (int i = 0; i < elements.size(); i++) {
      boolean document = i % 2 == 1;
      if (!isId(elements.get(i)) && !(document && elements.get(i).equals(ANY))) {
        return Optional.empty();
      }
    }
    return Optional.of(new CollectionPath(elements, false));
  }

  private static boolean isId(String element) {
    return !element.isEmpty()
        && element.indexOf('/') < 0
        && !element.equals(ANY)
        && !element.equals(ANYWHERE);
  }

  /** The collection's id. */
  String id() {
    return elements.get(elements.size() - 1);
  }

  /** Whether it is one collection, so that the server can be asked for it and nothing else. */
  boolean single() {
    return !anywhere && !elements.contains(ANY);
  }

  /** Whether the server gives documents of other collections too. */
  boolean needsMatching() {
    return !single() && !anywhere;
  }

  /** The document below which the server looks; empty for the whole database. */
  String parent() {
    if (anywhere) {
      return "";
    }
    int any = elements.indexOf(ANY);
    return String.join("/", elements.subList(0, any < 0 ? elements.size() - 1 : any - 1));
  }

  /**
   * Of a path with {@code *}, the collection that all its documents are below, at any depth; empty
   * for others.
   */
  Optional<String> ancestor() {
    return needsMatching()
        ? Optional.of(String.join("/", elements.subList(0, elements.indexOf(ANY))))
        : Optional.empty();
  }

  /**
   * Whether a document is one of the table's.
   *
   * @param path below the database's root
   */
  boolean matches(String path) {
    String[] parts = path.split("/", -1);
    if (anywhere) {
      return parts.length > 1 && parts[parts.length - 2].equals(id());
    }
    if (parts.length != elements.size() + 1) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (!elements.get(i).equals(ANY) && !elements.get(i).equals(parts[i])) {
        return false;
      }
    }
    return true;
  }

  /** As paths are written: {@code users/*}{@code /orders}. */
  @Override
  public String toString() {
    return (anywhere ? ANYWHERE + "/" : "") + String.join("/", elements);
  }
}
