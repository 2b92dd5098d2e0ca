package dev.almanac.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The small lake that the documentation speaks of, as it was at {@link #NOW}. Its orders have what
 * happens to dated folders: days are missing, one was written again, and one is being written.
 *
 * @param root the folder to write {@code data} and {@code archive} into
 */
public record ExampleLake(Path root) {

  /** What TODAY and the other relative dates count from in the documentation. */
  public static final Instant NOW = Instant.parse("2022-06-15T10:20:00Z");

  private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  private static final LocalDate FIRST = LocalDate.of(2022, 4, 28);
  private static final Set<LocalDate> LOST =
      Set.of(LocalDate.of(2022, 5, 20), LocalDate.of(2022, 5, 21));

  /** From this day on, orders have a discount. */
  private static final LocalDate CHANGE = LocalDate.of(2022, 6, 1);

  private static final String ORDERS = "orders.jsonl";
  private static final List<String> COUNTRIES = List.of("DE", "FR", "NL");
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("'year_'uuuu/'month_'MM/'day_'dd", Locale.ROOT);

  /** Whether it was written before. */
  public boolean isThere() {
    return Files.exists(
        root.resolve("data/sales/orders").resolve(FOLDER.format(FIRST)).resolve(ORDERS));
  }

  /** Writes all of it, over what was written before. */
  public void write() throws IOException {
    for (LocalDate day = FIRST; day.isBefore(TODAY.minusDays(2)); day = day.plusDays(1)) {
      if (!LOST.contains(day)) {
        orders("data/sales/orders/", day, "", 1);
      }
    }
    LocalDate again = TODAY.minusDays(2);
    orders("data/sales/orders/", again, "as_at_20220613-230000/", 1);
    complete("data/sales/orders/", again, "as_at_20220613-230000/");
    orders("data/sales/orders/", again, "as_at_20220614-120000/", 2);
    complete("data/sales/orders/", again, "as_at_20220614-120000/");
    LocalDate unfinished = TODAY.minusDays(1);
    orders("data/sales/orders/", unfinished, "as_at_20220614-230000/", 1);
    complete("data/sales/orders/", unfinished, "as_at_20220614-230000/");
    orders("data/sales/orders/", unfinished, "as_at_20220615-090000/", 2);
    orders("data/sales/orders/", TODAY, "", 1);

    orders("archive/sales/orders/", LocalDate.of(2021, 6, 1), "", 1);
    orders("archive/returns/", TODAY, "", 1);
    visits(TODAY.minusDays(2), Set.of(5, 13, 14, 15), 23);
    visits(TODAY.minusDays(1), Set.of(), 23);
    visits(TODAY, Set.of(), 10);
    file("data/reference/customers.csv", "customer,name\n1,Ada\n2,Bob\n");
    file("data/reference/prices.csv", "item,price\nA,1.5\n");
  }

  /** Three orders, of which the last is of the day before. */
  private void orders(String dataset, LocalDate day, String frame, int factor) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < COUNTRIES.size(); i++) {
      rows.append(
          "{\"id\": %d, \"customer\": %d, \"country\": \"%s\", \"price\": %d.5, \"ordered_on\": \"%s\", \"note\": \"n\"%s}\n"
              .formatted(
                  day.toEpochDay() * 10 + i,
                  i + 1,
                  COUNTRIES.get(i),
                  (i + 1) * factor,
                  i == 2 ? day.minusDays(1) : day,
                  day.isBefore(CHANGE) ? "" : ", \"discount\": 0.1"));
    }
    file(dataset + FOLDER.format(day) + "/" + frame + ORDERS, rows.toString());
  }

  private void complete(String dataset, LocalDate day, String frame) throws IOException {
    file(dataset + FOLDER.format(day) + "/" + frame + "frame.complete", "");
  }

  private void visits(LocalDate day, Set<Integer> lost, int last) throws IOException {
    for (int hour = 0; hour <= last; hour++) {
      if (!lost.contains(hour)) {
        file(
            "data/web/visits/%s/by_hour/hour=%02d/visits.jsonl".formatted(FOLDER.format(day), hour),
            "{\"customer\": 1, \"page\": \"/%d\"}\n".formatted(hour));
      }
    }
  }

  private void file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
