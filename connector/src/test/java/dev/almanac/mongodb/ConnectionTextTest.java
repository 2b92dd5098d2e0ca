package dev.almanac.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connection strings are shown without what is secret in them. */
class ConnectionTextTest {

  @ParameterizedTest
  @CsvSource({
    "mongodb://host, mongodb://host, ''",
    "mongodb://host/shop, mongodb://host/shop, shop",
    "mongodb://u:p@host:1/shop?tls=true, mongodb://host:1/shop, shop",
    "mongodb://u:p@h1:1/?authSource=admin, mongodb://h1:1, ''",
    "mongodb+srv://u:p%40@host/shop.orders, mongodb+srv://host/shop.orders, shop",
    "mongodb://u:p/w@host/shop, mongodb://host/shop, shop",
  })
  void printedWithoutUserAndOptions(String uri, String printed, String database) {
    ConnectionText text = new ConnectionText(uri);

    assertThat(text.printed()).isEqualTo(printed);
    assertThat(text.database().orElse("")).isEqualTo(database);
  }

  @Test
  void optionsAreAddedWhereTheyAreNotSet() {
    Map<String, String> options = Map.of("tls", "true");

    assertThat(new ConnectionText("mongodb://h").with(options)).isEqualTo("mongodb://h/?tls=true");
    assertThat(new ConnectionText("mongodb://u:p@h/d").with(options))
        .isEqualTo("mongodb://u:p@h/d?tls=true");
    assertThat(new ConnectionText("mongodb://h/?a=b").with(options))
        .isEqualTo("mongodb://h/?a=b&tls=true");
    assertThat(new ConnectionText("mongodb://h/?TLS=false").with(options))
        .isEqualTo("mongodb://h/?TLS=false");
  }

  @Test
  void messagesLoseTheSecret() {
    assertThat(new ConnectionText("mongodb://u:hunter2@h").scrub("bad host 'u:hunter2@h', hunter2"))
        .doesNotContain("hunter2");
  }
}
