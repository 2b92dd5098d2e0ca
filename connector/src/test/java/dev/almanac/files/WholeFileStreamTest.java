package dev.almanac.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.junit.jupiter.api.Test;

class WholeFileStreamTest {

  private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.UTF_8);

  /** Gives a file's bytes, but at one position, some times over, says that it ends there. */
  private static final class Breaking extends ByteArrayInputStream
      implements Seekable, PositionedReadable {

    private final int at;
    private final int answer;
    private int times;

    Breaking(int at, int answer, int times) {
      super(BYTES);
      this.at = at;
      this.answer = answer;
      this.times = times;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int count) {
      return pos == at && times-- > 0
          ? answer
          : super.read(bytes, offset, pos < at ? Math.min(count, at - pos) : count);
    }

    @Override
    public int read(long position, byte[] bytes, int offset, int count) {
      seek(position);
      return read(bytes, offset, count);
    }

    @Override
    public void readFully(long position, byte[] bytes, int offset, int count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void readFully(long position, byte[] bytes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void seek(long position) {
      pos = (int) position;
    }

    @Override
    public long getPos() {
      return pos;
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }
  }

  private static FSDataInputStream broken(int at, int answer, int times) throws IOException {
    return new FSDataInputStream(
        new WholeFileStream(new FSDataInputStream(new Breaking(at, answer, times)), BYTES.length));
  }

  @Test
  void aBrokenConnectionIsAskedAgain() throws IOException {
    assertThat(broken(4, -1, 2).readAllBytes()).isEqualTo(BYTES);
    assertThat(broken(4, 0, 2).readAllBytes()).isEqualTo(BYTES);
    byte[] some = new byte[6];
    broken(7, -1, 2).readFully(3, some);
    assertThat(some).isEqualTo("345678".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneThatStaysBrokenIsNoEnd() {
    for (int answer : new int[] {-1, 0}) {
      assertThatThrownBy(() -> broken(4, answer, 100).readAllBytes())
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("byte 4 of 10")
          .satisfies(error -> assertThat(Trouble.of(error)).contains(Trouble.BROKEN_OFF));
      assertThatThrownBy(() -> broken(7, answer, 100).readFully(3, new byte[6]))
          .hasMessageContaining("byte 7 of 10");
      assertThatThrownBy(
              () -> {
                FSDataInputStream stream = broken(4, answer, 100);
                stream.seek(4);
                stream.read();
              })
          .hasMessageContaining("byte 4 of 10");
    }
  }

  @Test
  void theEndIsTheEnd() throws IOException {
    FSDataInputStream stream = broken(10, -1, 0);

    assertThat(stream.readAllBytes()).isEqualTo(BYTES);
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(stream.read(10, new byte[1], 0, 1)).isEqualTo(-1);
  }
}
