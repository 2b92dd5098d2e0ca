package dev.almanac.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Question;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A library of Python, in a process that answers one question after the other and times itself. Its
 * memory is its own, and its requests cannot be seen.
 */
final class PythonEngine implements Engine {

  private final PythonHome home;
  private final String library;
  private final Question.Names names;
  private final Path folder;
  private final int threads;
  private PythonProcess process;

  PythonEngine(PythonHome home, String library, Question.Names names, Path folder, int threads) {
    this.home = home;
    this.library = library;
    this.names = names;
    this.folder = folder;
    this.threads = threads;
  }

  @Override
  public Task prepare(Work work) throws IOException, InterruptedException, UnavailableException {
    Question question = Engine.asked(work).question();
    if (process == null) {
      process = PythonProcess.start(home, library, folder, threads);
    }
    return new Asked(question.put(names));
  }

  private final class Asked implements Task {

    private final String question;

    Asked(String question) {
      this.question = question;
    }

    @Override
    public Rows rows() throws IOException {
      List<List<Object>> rows = new ArrayList<>();
      for (JsonNode row : process.ask(question, true).get("rows")) {
        List<Object> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(PythonProcess.value(cell)));
        rows.add(cells);
      }
      return Rows.of(rows);
    }

    @Override
    public Timing time() throws IOException {
      JsonNode answer = process.ask(question, false);
      return new Timing(answer.get("millis").asDouble(), answer.get("cpu").asDouble());
    }

    @Override
    public Account account() {
      return Account.unknown();
    }
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      process.close();
    }
  }
}
