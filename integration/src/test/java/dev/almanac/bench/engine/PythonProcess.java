package dev.almanac.bench.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A process that answers a line of JSON with a line of JSON: {@code peer.py}. */
final class PythonProcess implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private PythonProcess(Process process) {
    this.process = process;
    questions = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it in a folder. */
  static PythonProcess start(PythonHome home, String library, Path folder, int threads)
      throws IOException, InterruptedException, UnavailableException {
    Path python = home.interpreter();
    ProcessBuilder builder =
        new ProcessBuilder(python.toString(), home.program().toString(), library)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("POLARS_MAX_THREADS", String.valueOf(threads));
    return new PythonProcess(builder.start());
  }

  /**
   * Puts a question.
   *
   * @throws IOException with what the library says, where it cannot answer
   */
  JsonNode ask(String question, boolean rows) throws IOException {
    questions.write(JSON.writeValueAsString(Map.of("question", question, "rows", rows)));
    questions.newLine();
    questions.flush();
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("Python has ended before it answered: " + question);
    }
    JsonNode answer = JSON.readTree(line);
    if (answer.has("error")) {
      throw new IOException(answer.get("error").asText() + ", in: " + question);
    }
    return answer;
  }

  /** A value of an answer: decimals come as text in a list. */
  static Object value(JsonNode cell) {
    if (cell.isArray()) {
      return new BigDecimal(cell.get(0).asText());
    }
    if (cell.isNull()) {
      return null;
    }
    if (cell.isIntegralNumber()) {
      return cell.bigIntegerValue();
    }
    return cell.isNumber()
        ? (Object) cell.asDouble()
        : cell.isBoolean() ? cell.asBoolean() : cell.asText();
  }

  @Override
  public void close() throws IOException {
    questions.close(); // it ends when there are no more
    process.destroy();
  }
}
