package dev.almanac.firestore;

import com.google.firestore.v1.StructuredQuery.Filter;
import dev.almanac.firestore.Term.Kind;
import dev.almanac.spark.PredicateScanBuilder.QueryFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.filter.Predicate;

/**
 * The filters that the server evaluates, chosen so that they keep to its rules together: one field
 * with a range, at most 30 alternatives, one array-contains, one of != and NOT IN.
 *
 * @param terms what the server evaluates
 * @param pushed the filters that it evaluates, as SQL
 * @param post those that Spark evaluates, or evaluates again
 * @param evaluated for each filter of the query, whether Spark need not evaluate it
 */
record PushedFilters(
    List<Term> terms, List<String> pushed, List<String> post, List<Boolean> evaluated) {

  static final PushedFilters NONE = new PushedFilters(List.of(), List.of(), List.of(), List.of());

  private static final int MOST_ALTERNATIVES = 30;

  /** Which filters the server may evaluate. */
  enum Mode {
    ALL,
    /** Those that need no index which the user has to make. */
    AUTOMATIC,
    NONE;

    static Mode of(String option) {
      return valueOf(option.toUpperCase(Locale.ROOT));
    }
  }

  /** Chooses from the filters of a query, all of which must hold. */
  static PushedFilters of(List<QueryFilter> filters, FilterColumn.Finder columns, Mode mode) {
    TermReader reader = new TermReader(columns);
    List<Term> terms = new ArrayList<>(); // null where Spark alone can
    for (QueryFilter filter : filters) {
      terms.add(mode == Mode.NONE ? null : filter.predicate().flatMap(reader::read).orElse(null));
    }
    // By ranges of names the server finds the collections of a pattern, and needs an index for two.
    boolean ranges = !columns.collection().needsMatching();
    // Fields of collection groups are only indexed where the user says so.
    boolean any = mode == Mode.ALL || columns.collection().single();
    List<Term> possible =
        terms.stream()
            .filter(Objects::nonNull)
            .filter(term -> any && (ranges || term.isEquality()))
            .toList();
    List<Term> chosen = choose(possible, mode);
    List<String> pushed = new ArrayList<>();
    List<String> post = new ArrayList<>();
    List<Boolean> evaluated = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      Term term = terms.get(i);
      boolean asked = term != null && chosen.contains(term);
      boolean done = asked ? term.exact() : implied(filters.get(i), columns, chosen);
      evaluated.add(done);
      if (asked) {
        pushed.add(filters.get(i).text());
      }
      if (!done) {
        post.add(filters.get(i).text());
      }
    }
    return new PushedFilters(chosen, pushed, post, evaluated);
  }

  /** What a comparison finds is not null, nor is what it is a part of. */
  private static boolean implied(
      QueryFilter filter, FilterColumn.Finder columns, List<Term> chosen) {
    Optional<FieldPath> present =
        filter
            .predicate()
            .filter(predicate -> predicate.name().equals("IS_NOT_NULL"))
            .map(Predicate::children)
            .flatMap(children -> columns.find(children[0]))
            .map(FilterColumn::path);
    return present.isPresent()
        && chosen.stream()
            .anyMatch(
                term ->
                    term.fields().size() == 1
                        && term.fields().iterator().next().within(present.get()));
  }

  private static List<Term> choose(List<Term> terms, Mode mode) {
    Optional<Term> name = terms.stream().filter(it -> it.kind() == Kind.NAME).findFirst();
    if (name.isPresent()) {
      return name.get().disjunctions() <= MOST_ALTERNATIVES ? List.of(name.get()) : List.of();
    }
    List<Term> chosen = new ArrayList<>();
    int alternatives = 1;
    for (Term term : inOrder(terms)) {
      boolean fits =
          alternatives * (long) term.disjunctions() <= MOST_ALTERNATIVES
              && goesWith(term, chosen, alternatives)
              && (mode == Mode.ALL
                  || term.isEquality()
                  || chosen.stream().noneMatch(Term::isEquality));
      if (fits) {
        chosen.add(term);
        alternatives *= term.disjunctions();
      }
    }
    return chosen;
  }

  /** Equalities first: they find the least, and leave the documents' order free. */
  private static List<Term> inOrder(List<Term> terms) {
    List<Term> ordered = new ArrayList<>(terms);
    ordered.sort(java.util.Comparator.comparing(Term::kind));
    return ordered;
  }

  private static boolean goesWith(Term term, List<Term> chosen, int alternatives) {
    if (term.isEquality()) {
      return !term.contains() || chosen.stream().noneMatch(Term::contains);
    }
    boolean oneField =
        chosen.stream()
            .filter(other -> !other.isEquality())
            .allMatch(other -> other.fields().equals(term.fields()));
    boolean oneNegation =
        term.kind() == Kind.RANGE
            || chosen.stream()
                .noneMatch(it -> it.kind() == Kind.NOT_EQUAL || it.kind() == Kind.NOT_IN);
    return oneField && oneNegation && (term.kind() != Kind.NOT_IN || alternatives == 1);
  }

  /** All of them as one filter. */
  Optional<Filter> filter() {
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(Term.all(terms.stream().map(Term::filter).toList()));
  }

  /** The field by whose order the server finds the documents, where that is not their name. */
  Optional<FieldPath> orderedBy() {
    return terms.stream()
        .filter(term -> !term.isEquality())
        .map(term -> term.fields().iterator().next())
        .findFirst();
  }

  /** Whether single documents are asked for by name. */
  boolean byName() {
    return terms.stream().anyMatch(term -> term.kind() == Kind.NAME);
  }
}
