package dev.almanac.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When clients are shared, and when those that nobody uses are closed. */
class SharedClientsTest {

  private static final int KEPT = 32;

  /** Remembers whether it was closed. */
  private static final class Watched extends RawLocalFileSystem {
    private boolean closed;

    @Override
    public void close() throws IOException {
      closed = true;
      super.close();
    }
  }

  @TempDir java.nio.file.Path folder;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
  private final List<Watched> opened = new ArrayList<>();
  private final SharedClients clients =
      new SharedClients(
          now::get,
          (uri, hadoop) -> {
            Watched made = new Watched();
            made.initialize(URI.create("file:///"), hadoop);
            opened.add(made);
            return made;
          });

  private SharedClients.Client client(String bucket) throws IOException {
    return clients.client(URI.create("test://" + bucket + "/x"), new Configuration(false));
  }

  private void later(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private long closed() {
    return opened.stream().filter(client -> client.closed).count();
  }

  private void fill() throws IOException {
    for (int i = 0; i < KEPT; i++) {
      client("b" + i);
      later(Duration.ofSeconds(1));
    }
  }

  @Test
  void oneForEachPlaceAndSettings() throws IOException {
    Configuration other = new Configuration(false);
    other.set("almanac.store-settings.id", "other");

    FileSystem one = client("b").fileSystem();

    assertThat(client("b").fileSystem()).isSameAs(one);
    assertThat(client("B").fileSystem()).isSameAs(one);
    assertThat(client("c").fileSystem()).isNotSameAs(one);
    assertThat(clients.client(URI.create("test://b/x"), other).fileSystem()).isNotSameAs(one);
  }

  @Test
  void fewAreKeptForEver() throws IOException {
    fill();
    later(Duration.ofDays(1));

    client("b0");

    assertThat(closed()).isZero();
  }

  @Test
  void ofManyTheIdleOnesAreClosedAndMadeAnew() throws IOException {
    fill();
    later(Duration.ofHours(1));

    client("new");

    assertThat(closed()).isEqualTo(1);
    assertThat(opened.get(0).closed).as("the one that was used longest ago").isTrue();
    assertThat(client("b0").fileSystem()).isNotSameAs(opened.get(0));
  }

  @Test
  void whatWasUsedLatelyStaysOpenHoweverManyThereAre() throws IOException {
    fill();
    later(Duration.ofMinutes(29));

    for (int i = 0; i < KEPT; i++) {
      client("more" + i);
    }

    assertThat(closed()).isZero();
  }

  @Test
  void aClientWithAnOpenStreamIsInUse() throws IOException {
    java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("f"), "x");
    SharedClients.Client first = client("b0");
    FSDataInputStream stream = first.counted(first.fileSystem().open(new Path(file.toUri())));
    fill();
    later(Duration.ofHours(1));

    for (int i = 0; i <= KEPT; i++) {
      client("new" + i);
    }
    assertThat(opened.get(0).closed).isFalse();
    assertThat(closed()).isEqualTo(KEPT - 1L);

    stream.close();
    stream.close(); // counts once
    later(Duration.ofHours(1));
    for (int i = 0; i < KEPT; i++) {
      client("another" + i);
    }
    assertThat(opened.get(0).closed).isTrue();
  }
}
