package dev.almanac.ui.page;

import dev.almanac.AlmanacException;
import dev.almanac.spark.SqlNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts that several pages have. */
final class Panels {

  /** Longer names are broken, for one of them must not push all that is beside it out of sight. */
  private static final int ONE_LINE = 24;

  private Panels() {}

  /** What could not be shown, and why. */
  static Html error(Application application, Throwable error) {
    return Html.tag("div")
        .of("alert alert-danger almanac-message")
        .with("role", "alert")
        .text(message(application, error));
  }

  /** Something to know. */
  static Html note(String text) {
    return Html.tag("div").of("alert alert-info almanac-message").with("role", "note").text(text);
  }

  /** The message of an error of ours, or what can be said of another. */
  static String message(Application application, Throwable error) {
    String message = error.getMessage() == null ? "" : error.getMessage().strip();
    if (error instanceof AlmanacException) {
      return application.redacted(message);
    }
    return application.redacted(
        "Cannot show this: "
            + error.getClass().getSimpleName()
            + (message.isEmpty() ? "" : ": " + message)
            + (message.endsWith(".") ? "" : ".")
            + " The driver's log says more.");
  }

  /** Names and values, one below the other. */
  static Html summary(Map<String, Html> values) {
    return Html.tag("ul")
        .of("list-unstyled almanac-summary")
        .add(
            values.entrySet().stream()
                .map(
                    value ->
                        Html.tag("li")
                            .add(Html.tag("strong").text(value.getKey() + ": "), value.getValue()))
                .toList());
  }

  /** A table as Spark's pages have them; wide ones scroll by themselves. */
  static Html table(List<String> headers, List<Html> rows) {
    return Html.tag("div")
        .of("table-responsive")
        .add(
            Html.tag("table")
                .of("table table-bordered table-sm table-striped almanac-table")
                .add(
                    Html.tag("thead")
                        .add(
                            Html.tag("tr")
                                .add(
                                    headers.stream()
                                        .map(
                                            header ->
                                                Html.tag("th").with("scope", "col").text(header))
                                        .toList())),
                    Html.tag("tbody").add(rows)));
  }

  /** A cell. */
  static Html.Element cell(Html content) {
    return Html.tag("td").add(content);
  }

  /** A cell that is aligned at its right. */
  static Html number(String number) {
    return cell(Html.text(number)).of("almanac-number");
  }

  /** A cell that stays on one line, unless it is very long. */
  static Html name(String name) {
    return name(Html.text(name), name);
  }

  /**
   * The same for what is more than text.
   *
   * @param name the text of it
   */
  static Html name(Html content, String name) {
    return cell(content).of(name.length() > ONE_LINE ? "almanac-path" : "almanac-name");
  }

  /** Something that only some want to see, below its heading. */
  static Html folded(String heading, boolean open, Html content) {
    Html.Element details = Html.tag("details").of("almanac-folded");
    return (open ? details.with("open", "") : details)
        .add(Html.tag("summary").add(heading(heading)), content);
  }

  /** A cell for what may be long, and has no spaces. */
  static Html path(String path) {
    return cell(Html.text(path)).of("almanac-path");
  }

  static Html heading(String text) {
    return Html.tag("h4").text(text);
  }

  /** Statements to copy. */
  static Html sql(String... statements) {
    return Html.tag("pre").of("almanac-sql").text(String.join("\n", statements));
  }

  /** Where a page is, from the tab's first page down. */
  static Html trail(PageRequest request, LakeCatalog lake, List<String> store, List<String> rest) {
    Map<String, String> steps = new LinkedHashMap<>();
    steps.put("Datasets", request.to("").toString());
    steps.put(lake.sql(store), request.to("store").with("store", lake.full(store)).toString());
    if (!rest.isEmpty()) {
      List<String> dataset = new ArrayList<>(store);
      dataset.addAll(rest);
      steps.put(
          SqlNames.quoted(rest),
          request.to("dataset").with("dataset", lake.full(dataset)).toString());
    }
    return Html.tag("nav")
        .of("almanac-trail")
        .with("aria-label", "Where this page is")
        .add(
            steps.entrySet().stream()
                .map(step -> Html.tag("span").add(Html.link(step.getValue(), step.getKey())))
                .toList());
  }
}
