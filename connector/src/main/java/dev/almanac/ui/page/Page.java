package dev.almanac.ui.page;

/** A page of the tab. It is made anew for each request, by one thread at a time or several. */
public interface Page {

  /** The last part of its address; empty for the tab's first page. */
  String path();

  /** What is shown where the content cannot be made. */
  String title();

  /**
   * The content. The thread's active session may be changed.
   *
   * @throws dev.almanac.AlmanacException for what the user can mend
   */
  PageContent content(PageRequest request);
}
