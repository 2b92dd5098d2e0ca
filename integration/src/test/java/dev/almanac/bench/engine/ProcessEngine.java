package dev.almanac.bench.engine;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts a process that prints rows: its time is from its start to the first of them. */
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
      Process process = begin();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        List<String> lines = out.lines().toList();
        end(process);
        return Rows.of(lines.stream().skip(start.heads()).map(List::of).toList());
      }
    }

    /** Until the first row. The scripts become the JVM that they start, so it is one process. */
    @Override
    public Timing time() throws Exception {
      long begun = System.nanoTime();
      Process process = begin();
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        for (int line = 0; line <= start.heads(); line++) {
          if (out.readLine() == null) {
            end(process);
            throw new IOException("No row came of " + start.command());
          }
        }
        double millis = (System.nanoTime() - begun) / 1e6;
        double cpuMillis =
            process.info().totalCpuDuration().map(cpu -> cpu.toNanos() / 1e6).orElse(Double.NaN);
        out.transferTo(Writer.nullWriter());
        end(process);
        return new Timing(millis, cpuMillis);
      }
    }

    @Override
    public Account account() {
      return Account.unknown();
    }

    private Process begin() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(start.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(start.variables());
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    }

    private void end(Process process) throws IOException, InterruptedException {
      if (process.waitFor() != 0) {
        throw new IOException("Failed with " + process.exitValue() + ": " + start.command());
      }
    }
  }
}
