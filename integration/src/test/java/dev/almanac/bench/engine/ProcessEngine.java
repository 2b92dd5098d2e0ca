package dev.almanac.bench.engine;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts a process and waits for its end: its time is from the one to the other. */
final class ProcessEngine implements Engine {

  @Override
  public Task prepare(Work work) throws UnavailableException {
    if (!(work instanceof Work.Start start)) {
      throw new IllegalArgumentException("No process: " + work);
    }
    Path program = Path.of(start.command().get(0));
    if (!Files.isExecutable(program)) {
      throw new UnavailableException(
          "there is no "
              + program
              + (program.endsWith("bin/spark-sql") ? ": set SPARK_HOME to a distribution" : ""));
    }
    return new Started(start);
  }

  private record Started(Work.Start start) implements Task {

    @Override
    public Rows rows() throws IOException, InterruptedException {
      return Rows.of(lines().stream().map(List::of).toList());
    }

    /** The process's time, but not its processor time: Java does not tell that of children. */
    @Override
    public Timing time() throws Exception {
      return new Timing(Timing.of(this::lines).millis(), Double.NaN);
    }

    @Override
    public Account account() {
      return Account.unknown();
    }

    private List<String> lines() throws IOException, InterruptedException {
      ProcessBuilder builder =
          new ProcessBuilder(start.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(start.variables());
      Process process = builder.start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("Failed with " + process.exitValue() + ": " + start.command());
      }
      return out.lines().skip(start.heads()).toList();
    }
  }
}
