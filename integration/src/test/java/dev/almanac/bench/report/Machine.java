package dev.almanac.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the results were measured on. */
public final class Machine {

  private Machine() {}

  /** By names that a reader understands. */
  public static Map<String, Object> described(String sparkVersion) {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processors", runtime.availableProcessors());
    machine.put("processor", processor());
    machine.put("heapMegabytes", runtime.maxMemory() >> 20);
    machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    machine.put("spark", sparkVersion);
    machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return machine;
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown"; // not Linux
    }
  }
}
