package dev.almanac.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.SparkTest;
import java.net.URL;
import java.net.URLClassLoader;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class HadoopConfsTest extends SparkTest {

  private final HadoopConfs sent = new HadoopConfs();

  private static Configuration configuration(String... settings) {
    Configuration configuration = new Configuration(false);
    for (int i = 0; i < settings.length; i += 2) {
      configuration.set(settings[i], settings[i + 1]);
    }
    return configuration;
  }

  @Test
  void sendsWhatIsAlikeOnce() {
    HadoopConf first = sent.send(spark(), configuration("a", "1", "b", "2"));

    assertThat(sent.send(spark(), configuration("b", "2", "a", "1"))).isSameAs(first);
  }

  @Test
  void sendsWhatDiffersInOneSetting() {
    HadoopConf first = sent.send(spark(), configuration("a", "1", "b", "2"));

    assertThat(sent.send(spark(), configuration("a", "1", "b", "3")).value().get("b"))
        .isEqualTo("3");
    assertThat(sent.send(spark(), configuration("a", "1")).value().get("b")).isNull();
    assertThat(sent.send(spark(), configuration("a", "1", "b", "2", "c", "4")).value().get("c"))
        .isEqualTo("4");
    assertThat(sent.send(spark(), configuration("a", "1", "b", "2"))).isSameAs(first);
  }

  @Test
  void sendsWhatFindsItsClassesElsewhere() throws Exception {
    HadoopConf first = sent.send(spark(), configuration("a", "1"));
    Configuration other = configuration("a", "1");
    try (URLClassLoader loader = new URLClassLoader(new URL[0], getClass().getClassLoader())) {
      other.setClassLoader(loader);

      assertThat(sent.send(spark(), other)).isNotSameAs(first);
    }
  }

  @Test
  void doesNotSeeLaterChanges() {
    Configuration changing = configuration("a", "1");
    HadoopConf first = sent.send(spark(), changing);
    changing.set("a", "2");

    assertThat(first.value().get("a")).isEqualTo("1");
    assertThat(sent.send(spark(), changing).value().get("a")).isEqualTo("2");
  }

  @Test
  void keepsTheLastFew() {
    HadoopConf first = sent.send(spark(), configuration("a", "0"));
    for (int i = 1; i <= 8; i++) {
      sent.send(spark(), configuration("a", String.valueOf(i)));
    }

    assertThat(sent.send(spark(), configuration("a", "0"))).isNotSameAs(first);
  }
}
