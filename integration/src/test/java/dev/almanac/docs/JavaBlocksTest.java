package dev.almanac.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation's blocks of Java compile, as the body of a method that has a session. */
class JavaBlocksTest {

  private static final String AROUND =
      """
      import dev.almanac.*;
      import java.util.*;
      import org.apache.spark.sql.*;

      class Block {
        void run(SparkSession spark) throws Exception {
      %s
        }
      }
      """;

  @TempDir private Path folder;

  static Stream<Arguments> blocks() {
    return Page.all().stream()
        .flatMap(
            page ->
                page.blocks("java").stream()
                    .map(block -> Arguments.of(page + ":" + block.line(), block.text())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("blocks")
  void compiles(String place, String text) throws IOException {
    Path source = Files.writeString(folder.resolve("Block.java"), AROUND.formatted(text));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    boolean compiled;
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
      List<String> options =
          List.of(
              "-proc:none",
              "-classpath",
              System.getProperty("java.class.path"),
              "-d",
              folder.toString());
      compiled = compiler.getTask(errors, files, null, options, null, sources).call();
    }

    assertThat(compiled).as(place + "\n" + errors).isTrue();
  }
}
