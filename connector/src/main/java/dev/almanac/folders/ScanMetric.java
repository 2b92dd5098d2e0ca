package dev.almanac.folders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/**
 * What a scan shows in Spark's UI. The classes are public and have no arguments because Spark makes
 * them anew, by name, when it draws a query.
 */
public abstract class ScanMetric extends CustomSumMetric {

  private final String name;
  private final String description;

  private ScanMetric(String name, String description) {
    this.name = name;
    this.description = description;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  @Override
  public String aggregateTaskMetrics(long[] values) {
    return String.format(Locale.US, "%,d", Arrays.stream(values).sum()); // as Spark's own
  }

  final CustomTaskMetric of(long value) {
    return new Value(name, value);
  }

  static CustomMetric[] all() {
    return new CustomMetric[] {
      new DaysSelected(),
      new DaysPruned(),
      new FramesSelected(),
      new FilesSelected(),
      new FilesPruned(),
      new BytesSelected(),
      new BytesPruned(),
      new ListCalls(),
      new ListMillis()
    };
  }

  /** The values of a planned scan, in the order of {@link #all}. */
  static CustomTaskMetric[] values(
      FilePlan.Summary kept, FilePlan.Summary pruned, ListingCounts lists) {
    return List.of(
            new DaysSelected().of(kept.days()),
            new DaysPruned().of(pruned.days()),
            new FramesSelected().of(kept.frames()),
            new FilesSelected().of(kept.files()),
            new FilesPruned().of(pruned.files()),
            new BytesSelected().of(kept.bytes()),
            new BytesPruned().of(pruned.bytes()),
            new ListCalls().of(lists.calls()),
            new ListMillis().of(lists.millis()))
        .toArray(CustomTaskMetric[]::new);
  }

  private record Value(String name, long value) implements CustomTaskMetric {}

  public static final class DaysSelected extends ScanMetric {
    public DaysSelected() {
      super("daysSelected", "number of days read");
    }
  }

  public static final class DaysPruned extends ScanMetric {
    public DaysPruned() {
      super("daysPruned", "number of days pruned");
    }
  }

  public static final class FramesSelected extends ScanMetric {
    public FramesSelected() {
      super("framesSelected", "number of frames read");
    }
  }

  public static final class FilesSelected extends ScanMetric {
    public FilesSelected() {
      super("filesSelected", "number of files read");
    }
  }

  public static final class FilesPruned extends ScanMetric {
    public FilesPruned() {
      super("filesPruned", "number of files pruned");
    }
  }

  public static final class BytesSelected extends ScanMetric {
    public BytesSelected() {
      super("bytesSelected", "bytes of files read");
    }
  }

  public static final class BytesPruned extends ScanMetric {
    public BytesPruned() {
      super("bytesPruned", "bytes of files pruned");
    }
  }

  public static final class ListCalls extends ScanMetric {
    public ListCalls() {
      super("listCalls", "number of LIST calls");
    }
  }

  public static final class ListMillis extends ScanMetric {
    public ListMillis() {
      super("listMillis", "time listing, all calls added up (ms)");
    }
  }
}
