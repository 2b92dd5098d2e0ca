package dev.almanac.bench.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that is measured.
 *
 * @param name short, for options
 * @param what it is, for readers
 * @param work by who does it; Almanac's is among it
 */
public record Scenario(
    String name, String what, Map<Contender, Work> work, List<Goal> goals, Rounds rounds) {

  public Scenario {
    work = Collections.unmodifiableMap(new LinkedHashMap<>(work));
    goals = List.copyOf(goals);
    if (!work.containsKey(Contender.ALMANAC)) {
      throw new IllegalArgumentException("Almanac is not in " + name);
    }
  }

  /** One that nobody is in yet. */
  public static Builder named(String name, String what) {
    return new Builder(name, what);
  }

  /**
   * The same about few days, to be compiled on: Spark's part of a query is the same. Only those
   * take part that run in Spark; nobody, where nothing is read or there are no more days than that.
   */
  public Map<Contender, Work> onFewDays() {
    Map<Contender, Work> few = new LinkedHashMap<>();
    work.forEach(
        (contender, whole) -> {
          if (contender.isInSpark() && whole instanceof Work.Ask ask && ask.readsRows()) {
            Question cut = ask.question().aboutFirstDays(FEW_DAYS);
            if (!cut.equals(ask.question())) {
              few.put(contender, new Work.Ask(cut, ask.manner(), cut));
            }
          }
        });
    return few;
  }

  /** Of one or two small files, Almanac would plan otherwise: all of them in one task. */
  private static final int FEW_DAYS = 7;

  /** Puts a scenario together. */
  public static final class Builder {

    private final String name;
    private final String what;
    private final Map<Contender, Work> work = new LinkedHashMap<>();
    private final List<Goal> goals = new ArrayList<>();
    private Rounds rounds = Rounds.QUERIES;
    private Work.Manner manner = Work.Manner.ROWS;

    private Builder(String name, String what) {
      this.name = name;
      this.what = what;
    }

    /** How the questions that follow are answered. */
    Builder manner(Work.Manner next) {
      manner = next;
      return this;
    }

    Builder rounds(Rounds others) {
      rounds = others;
      return this;
    }

    /** Puts the same question to contenders. */
    public Builder ask(Question question, Contender... contenders) {
      return ask(question, question, contenders);
    }

    /** Puts the same question to contenders, but compares the rows of another one. */
    Builder ask(Question question, Question compared, Contender... contenders) {
      for (Contender contender : contenders) {
        work.put(contender, new Work.Ask(question, manner, compared));
      }
      return this;
    }

    Builder start(Contender contender, Work.Start start) {
      work.put(contender, start);
      return this;
    }

    /** To be as fast as a peer, or so many times as fast. */
    Builder speed(Contender peer, double atLeast) {
      goals.add(new Goal.Speed(peer, atLeast));
      return this;
    }

    Builder within(double millis) {
      goals.add(new Goal.Time(millis));
      return this;
    }

    Builder atMost(Goal.Counted counted, long most) {
      goals.add(new Goal.Requests(counted, most));
      return this;
    }

    public Scenario build() {
      return new Scenario(name, what, work, goals, rounds);
    }
  }
}
