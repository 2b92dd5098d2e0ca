package dev.almanac.format.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.NoSuchElementException;
import org.apache.hadoop.io.Text;
import scala.collection.AbstractIterator;

/** Lines as strings; errors of reading come out unchecked. */
final class LineStrings extends AbstractIterator<String> {

  private final Lines lines;
  private final Charset charset;
  private boolean ahead; // lines stands at the line that next() will give

  LineStrings(Lines lines, String charset) {
    this.lines = lines;
    this.charset = Charset.forName(charset);
  }

  @Override
  public boolean hasNext() {
    if (!ahead) {
      try {
        ahead = lines.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return ahead;
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ahead = false;
    Text line = lines.line();
    return new String(line.getBytes(), 0, line.getLength(), charset);
  }
}
