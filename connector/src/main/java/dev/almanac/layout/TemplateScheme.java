package dev.almanac.layout;

import dev.almanac.temporal.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days are where a template says; Mabel's layout is one.
 *
 * @param name as configured
 * @param template where the days are, and the hours, unless these are Mabel's
 */
record TemplateScheme(String name, Template template) implements PartitionScheme {

  static final TemplateScheme MABEL = new TemplateScheme("mabel", Template.parse(MABEL_TEMPLATE));

  /** The hours that every scheme knows, at a template's end. */
  private static final Pattern MABEL_HOURS =
      Pattern.compile("/by_hour/hour=\\{HH?}$", Pattern.CASE_INSENSITIVE);

  static TemplateScheme of(String text) {
    return new TemplateScheme(text, Template.parse(MABEL_HOURS.matcher(text).replaceFirst("")));
  }

  @Override
  public boolean dated() {
    return true;
  }

  @Override
  public boolean framed() {
    return true;
  }

  @Override
  public List<Folder> foldersFor(DateRange range) {
    List<Folder> folders = new ArrayList<>();
    template.addFolders(range, folders::add);
    return folders;
  }

  @Override
  public Optional<DateLevels> levels() {
    return Optional.of(template);
  }

  @Override
  public Placement place(String folder) {
    return template.place(folder);
  }
}
