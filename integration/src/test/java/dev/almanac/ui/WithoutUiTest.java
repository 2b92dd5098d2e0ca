package dev.almanac.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin in an application that has no UI. */
@Tag("own-session")
class WithoutUiTest {

  private static final class Lines extends AbstractAppender {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    Lines() {
      super("lines", null, null, true, Property.EMPTY_ARRAY);
      start();
    }

    @Override
    public void append(LogEvent event) {
      lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
    }
  }

  @Test
  void itSaysThatThereIsNoTabAndDoesNothing(@TempDir Path folder) {
    Lines lines = new Lines();
    Logger logger = (Logger) LogManager.getLogger("dev.almanac.ui");
    logger.addAppender(lines);
    Configurator.setLevel(logger.getName(), Level.INFO);
    try (UiApplication application =
        UiApplication.start(folder, Map.of("spark.ui.enabled", "false"))) {
      assertThat(lines.lines)
          .containsExactly(
              "INFO There is no tab Datasets, as this application has no UI"
                  + " (spark.ui.enabled=false).");
      assertThat(application.session().sparkContext().listenerBus().listeners())
          .noneMatch(listener -> listener.getClass().getName().startsWith("dev.almanac"));
    } finally {
      logger.removeAppender(lines);
      Configurator.setLevel(logger.getName(), Level.WARN);
    }
  }
}
