package dev.almanac.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A browser without a window, driven by its DevTools protocol: one page, whose complaints are
 * collected.
 */
final class Chromium implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();
  private WebSocket socket; // once it is connected
  private String page = ""; // the session of the page, once it is attached to

  private Chromium(Process process) {
    this.process = process;
  }

  /** The program, if it is installed. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it.
   *
   * @param profile an empty folder
   */
  static Chromium start(Path profile) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            program().orElseThrow().toString(),
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile,
            "--remote-debugging-port=0",
            "about:blank");
    command.environment().put("TMPDIR", profile.getParent().toString());
    Process process =
        command
            .redirectErrorStream(true)
            .redirectOutput(profile.resolveSibling("chromium.log").toFile())
            .start();
    Chromium browser = new Chromium(process);
    try {
      Path port = profile.resolve("DevToolsActivePort");
      await(() -> lines(port).size() == 2, "the browser starts");
      browser.connect("ws://127.0.0.1:" + String.join("", lines(port)));
    } catch (RuntimeException | AssertionError e) {
      browser.close();
      throw e;
    }
    return browser;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void connect(String address) {
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Messages())
            .join();
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asText();
    page =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Puts the pieces of messages together, and sorts them into answers and events. */
  private final class Messages implements WebSocket.Listener {

    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      message.append(text);
      if (last) {
        try {
          handle(JSON.readTree(message.toString()));
        } catch (IOException e) {
          complaints.add(e.toString());
        }
        message.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, text, last);
    }
  }

  private void handle(JsonNode message) {
    if (message.has("id")) {
      open.remove(message.get("id").asInt()).complete(message);
      return;
    }
    JsonNode params = message.path("params");
    switch (message.path("method").asText()) {
      case "Runtime.exceptionThrown" ->
          complaints.add("exception: " + params.path("exceptionDetails"));
      case "Log.entryAdded" -> {
        if (params.path("entry").path("level").asText().matches("error|warning")) {
          complaints.add("log: " + params.path("entry"));
        }
      }
      case "Runtime.consoleAPICalled" -> {
        if (params.path("type").asText().matches("error|warning|assert")) {
          complaints.add("console: " + params);
        }
      }
      case "Page.javascriptDialogOpening" -> complaints.add("dialog: " + params);
      case "Network.responseReceived" -> {
        String url = params.path("response").path("url").asText();
        if (url.startsWith("http") && !url.startsWith("http://127.0.0.1:")) {
          complaints.add("not ours: " + url);
        }
      }
      default -> {}
    }
  }

  private JsonNode call(String method, Map<String, ?> params) {
    ObjectNode message = JSON.createObjectNode();
    int id = calls.incrementAndGet();
    message.put("id", id).put("method", method).set("params", JSON.valueToTree(params));
    if (!page.isEmpty()) {
      message.put("sessionId", page);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    socket.sendText(message.toString(), true).join();
    JsonNode got = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    if (got.has("error")) {
      throw new AssertionError(method + ": " + got.get("error"));
    }
    return got.path("result");
  }

  /** Sets the size of the window. */
  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void go(String address) {
    call("Page.navigate", Map.of("url", address));
    await(() -> value("document.readyState").equals("complete"), address + " is loaded");
  }

  /** The value of an expression, as text. */
  String value(String expression) {
    JsonNode result =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    return result.path("result").path("value").asText();
  }

  /**
   * Clicks into the middle of the element that a CSS selector finds, and waits for another page.
   */
  void click(String selector) {
    String before = value("location.href");
    String element = "document.querySelector(" + JSON.valueToTree(selector) + ")";
    value(element + ".scrollIntoView({block: 'center', behavior: 'instant'})");
    String[] at =
        value(
                "(() => { const box = "
                    + element
                    + ".getClientRects()[0];"
                    + " return (box.x + box.width / 2) + ' ' + (box.y + box.height / 2) })()")
            .split(" ", -1);
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              Double.valueOf(at[0]),
              "y",
              Double.valueOf(at[1]),
              "button",
              "left",
              "clickCount",
              1));
    }
    loaded(before);
  }

  /** Presses a key on what has the focus, and waits for another page. */
  void enter() {
    String before = value("location.href");
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", "Enter", "text", "\r", "windowsVirtualKeyCode", 13));
    }
    loaded(before);
  }

  private void loaded(String before) {
    await(
        () -> {
          try {
            return !value("location.href").equals(before)
                && value("document.readyState").equals("complete");
          } catch (AssertionError e) { // between two pages
            return false;
          }
        },
        "another page than " + before);
  }

  /** What a browser's user would complain about: errors, warnings, dialogs, foreign servers. */
  List<String> complaints() {
    return complaints;
  }

  /** A picture of the window, as PNG. */
  byte[] picture() {
    return Base64.getDecoder()
        .decode(call("Page.captureScreenshot", Map.of("format", "png")).get("data").asText());
  }

  private static void await(BooleanSupplier condition, String what) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain: " + what);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * Ends the browser, and waits for the processes that it has started: they write to its folder.
   */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    process.destroy();
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(10, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        one.destroyForcibly();
        one.onExit().join();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
