package dev.almanac.store;

import dev.almanac.store.ValueType.Form;

/** Names that Google Cloud gives. */
final class GoogleForms {

  /** Before a colon may stand the domain of an organisation. */
  static final Form PROJECT =
      new Form(
          "project",
          "([a-z0-9.-]+:)?[a-z][a-z0-9-]*",
          "It takes a project's id, which is not its name: small letters, digits and hyphens, such as"
              + " my-project-123.");

  static final Form DATABASE =
      new Form(
          "database",
          "\\(default\\)|[a-z][a-z0-9-]*",
          "It takes a database's id: (default), or small letters, digits and hyphens.");

  private GoogleForms() {}
}
