package dev.almanac.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a mistyped word most likely meant. */
public final class Suggestion {

  private Suggestion() {}

  /** {@code " (did you mean x?)"}, or nothing where no candidate is near. */
  public static String among(String word, Collection<String> candidates) {
    return nearest(word, candidates).map(near -> " (did you mean " + near + "?)").orElse("");
  }

  /**
   * The candidate with the fewest changed characters, at most a third of the word; among equals the
   * one whose length is nearest.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, (wanted.length() + 1) / 3);
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    return candidates.stream()
        .filter(candidate -> distance.apply(wanted, candidate.toLowerCase(Locale.ROOT)) >= 0)
        .min(
            Comparator.<String>comparingInt(
                    candidate -> distance.apply(wanted, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(candidate -> Math.abs(candidate.length() - wanted.length()))
                .thenComparing(Comparator.naturalOrder()));
  }
}
