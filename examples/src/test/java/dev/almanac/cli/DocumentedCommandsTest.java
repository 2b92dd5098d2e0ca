package dev.almanac.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documentation shows of the command line is what it prints. In its blocks, {@code $}
 * stands before what is typed, and what comes out is below. With {@code -Ddocs.update=true} the
 * pages are written, without it compared.
 */
class DocumentedCommandsTest {

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\n(\\$ .*?)^```$");

  /** Quoted text may go over lines; what a shell would replace in it is not for a document. */
  private static final String WORD = "\"([^\"`$\\\\]*)\"|'([^']*)'|([^\\s\"'`$\\\\]+)";

  private static final Pattern STEP =
      Pattern.compile("(?ms)\\$ ((?:[^\"'\\n]|\"[^\"]*\"|'[^']*')*)\\n(.*?)(?=^\\$ |\\z)");

  @TempDir private Path directory;

  @BeforeAll
  static void beInAClone() {
    System.setProperty("almanac.home", REPOSITORY.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/quickstart.md", "docs/cli.md"})
  void printsWhatThePageShows(String name) throws Exception {
    Path page = REPOSITORY.resolve(name);
    assumeTrue(Files.exists(page), "the documentation is not beside this module");
    if (name.equals("docs/cli.md")) {
      sales();
    }
    String text = Files.readString(page);

    String printed = printed(text);

    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(page, printed);
    }
    assertThat(Files.readString(page))
        .as(
            "write it with ./mvnw test -pl examples -am -Dtest=DocumentedCommandsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true")
        .contains("\n$ ")
        .isEqualTo(printed);
  }

  /** The page with what its commands print now. */
  private String printed(String page) throws Exception {
    StringBuilder printed = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      List<String> steps = new ArrayList<>();
      Matcher step = STEP.matcher(block.group(1));
      while (step.find()) {
        String output = output(step.group(1), !step.group(2).isBlank());
        boolean more = !step.hitEnd() && !step.group(2).isBlank();
        steps.add("$ " + step.group(1) + "\n" + output + (more ? "\n" : ""));
      }
      String run = "```\n" + String.join("", steps) + "```";
      block.appendReplacement(printed, Matcher.quoteReplacement(run));
    }
    return block.appendTail(printed).toString();
  }

  private String output(String command, boolean shown) throws Exception {
    List<String> words = words(command);
    switch (words.remove(0)) {
      case "./almanac", "almanac" -> {
        Cli.Result result = Cli.in(directory).run(words.toArray(String[]::new));
        return result.out() + result.err();
      }
      case "mkdir", "echo" -> {
        Process shell =
            new ProcessBuilder("sh", "-c", command).directory(directory.toFile()).start();
        assertThat(shell.waitFor()).as(command).isZero();
        return "";
      }
      default -> {
        assertThat(shown).as("nobody runs %s, to see what it prints", command).isFalse();
        return "";
      }
    }
  }

  private static List<String> words(String command) {
    assertThat(command).matches("(?s)((" + WORD + ")\\s*)+");
    return new ArrayList<>(
        Pattern.compile(WORD)
            .matcher(command)
            .results()
            .map(
                word -> {
                  String quoted = word.group(1) != null ? word.group(1) : word.group(2);
                  return quoted != null ? quoted : word.group(3);
                })
            .toList());
  }

  /** A quarter of orders to draw: fewer at weekends, three days missing, one not finished. */
  private void sales() throws IOException {
    LocalDate first = LocalDate.of(2024, 1, 1);
    List<LocalDate> missing =
        List.of(LocalDate.of(2024, 3, 15), LocalDate.of(2024, 3, 20), LocalDate.of(2024, 3, 21));
    List<LocalDate> again = List.of(LocalDate.of(2024, 2, 6), LocalDate.of(2024, 2, 7));
    LocalDate last = LocalDate.of(2024, 3, 22);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (missing.contains(day)) {
        continue;
      }
      long size = 1_700_000 + (day.toEpochDay() * 7_919 * 104_729) % 1_100_000;
      if (day.getDayOfWeek() == DayOfWeek.FRIDAY) {
        size += 1_200_000;
      } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
        size /= 3;
      }
      frame(day, "as_at_1", size, !day.equals(last));
      if (again.contains(day)) {
        frame(day, "as_at_2", size + 900_000, true);
      }
    }
  }

  private void frame(LocalDate day, String name, long size, boolean complete) throws IOException {
    String date = DateTimeFormatter.ofPattern("'year_'yyyy/'month_'MM/'day_'dd").format(day);
    Path frame =
        Files.createDirectories(directory.resolve("sales/orders").resolve(date).resolve(name));
    try (RandomAccessFile file =
        new RandomAccessFile(frame.resolve("orders.parquet").toFile(), "rw")) {
      file.setLength(size); // nobody reads it
    }
    if (complete) {
      Files.createFile(frame.resolve("frame.complete"));
    }
  }
}
