package dev.almanac.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds which of the usual templates a dataset follows: down the newest folder of each level, with
 * those templates that still fit.
 */
final class TemplateDetection {

  /** Of templates that fit equally well, the first is taken. */
  private static final List<Template> TEMPLATES =
      List.of(
          Template.parse("{yyyy}-{mm}-{dd}"),
          Template.parse("{yyyy}{mm}{dd}"),
          Template.parse("{yyyy}/{mm}/{dd}"),
          Template.parse("{yyyy}/{m}/{d}"),
          Template.parse("{yyyy}/{mm}/{yyyy}-{mm}-{dd}"),
          Template.parse("{yyyy}/{yyyy}-{mm}-{dd}"),
          Template.parse("{yyyy}-{mm}/{dd}"),
          Template.parse("{yyyy}-{mm}/{yyyy}-{mm}-{dd}"));

  /** The hours' folders in a day; Mabel's by_hour is known to all schemes. */
  private static final List<String> HOURS = List.of("/{HH}", "/{H}", "/hour={HH}", "/hour={H}");

  private TemplateDetection() {}

  /** How many folders a template explains. */
  static long count(Template template, FolderNames root) {
    return count(template, List.of(), root);
  }

  /** How many folders the template explains that explains the most of them. */
  static long count(FolderNames root) {
    return TEMPLATES.stream().mapToLong(template -> count(template, root)).max().orElse(0);
  }

  /**
   * Finds the template.
   *
   * @param otherwise what it is if the folders below turn out to follow none
   */
  static Detection detect(FolderNames root, Supplier<Detection> otherwise) {
    return step(TEMPLATES, List.of(), root, otherwise);
  }

  private static Detection step(
      List<Template> candidates,
      List<String> path,
      FolderNames names,
      Supplier<Detection> otherwise) {
    List<Template> fitting = new ArrayList<>(candidates);
    fitting.removeIf(template -> count(template, path, names) == 0);
    if (fitting.isEmpty()) {
      return otherwise.get();
    }
    // A stable sort: of equals, the first stays the first.
    fitting.sort(
        Comparator.comparing((Template template) -> count(template, path, names)).reversed());
    Template best = fitting.get(0);
    List<String> newest = newest(best, path, names);
    if (newest.size() == best.depth()) {
      return new Detection.Look(
          List.of(Elements.join(newest)),
          day -> new Detection.Found(TemplateScheme.of(best + hours(day.get(0)).orElse(""))));
    }
    fitting.removeIf(template -> template.depth() == newest.size());
    return new Detection.Look(
        List.of(Elements.join(newest)), below -> step(fitting, newest, below.get(0), otherwise));
  }

  private static long count(Template template, List<String> path, FolderNames names) {
    return names.folders().stream().filter(name -> fits(template, path, name)).count();
  }

  private static boolean fits(Template template, List<String> path, String name) {
    return template.read(below(path, name)) instanceof DateLevels.Level.Within;
  }

  private static List<String> newest(Template template, List<String> path, FolderNames names) {
    return names.folders().stream()
        .filter(name -> fits(template, path, name))
        .max(Comparator.comparing(Stamp::new))
        .map(name -> below(path, name))
        .orElseThrow();
  }

  /** The form of the hours in a day; none unless all folders of the form are hours. */
  private static Optional<String> hours(FolderNames day) {
    String ofDay = "{yyyy}-{mm}-{dd}";
    String dayName = "2000-01-01";
    long most = 0;
    Optional<String> best = Optional.empty();
    for (String form : HOURS) {
      Template template = Template.parse(ofDay + form);
      long hours = 0;
      boolean onlyHours = true;
      for (String name : day.folders()) {
        if (template.place(Elements.below(dayName, name)) instanceof Placement.Slot slot) {
          hours += slot.hour().isPresent() ? 1 : 0;
        } else {
          onlyHours = false;
        }
      }
      if (onlyHours && hours > most) {
        most = hours;
        best = Optional.of(form);
      }
    }
    return best;
  }

  private static List<String> below(List<String> path, String name) {
    List<String> below = new ArrayList<>(path);
    below.add(name);
    return below;
  }
}
