package dev.almanac.ui.page;

/** What is shown where a page cannot be made. */
public final class ErrorPage {

  private ErrorPage() {}

  /**
   * Says why.
   *
   * @param title of the page
   */
  public static PageContent content(
      Application application, String title, PageRequest request, Throwable error) {
    return new PageContent(
        title,
        Html.all(
            Panels.error(application, error),
            Html.tag("p").add(request.to("").text("All stores and queries"))),
        Facts.of("error", Panels.message(application, error)));
  }
}
