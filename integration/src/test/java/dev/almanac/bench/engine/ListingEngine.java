package dev.almanac.bench.engine;

import dev.almanac.bench.measure.Account;
import dev.almanac.bench.measure.Rows;
import dev.almanac.bench.measure.Timing;
import dev.almanac.bench.scenario.Slice;
import dev.almanac.bench.scenario.Work;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Lists the folders of a slice by Hadoop's calls, and gives the number of files. Not by the
 * recursive call: of a local disk it starts a process for each file, to ask for its owner.
 */
final class ListingEngine implements Engine {

  private final Configuration hadoop;
  private final SliceFiles files;

  ListingEngine(SparkSession spark, SliceFiles files) {
    hadoop = spark.sparkContext().hadoopConfiguration();
    this.files = files;
  }

  @Override
  public Task prepare(Work work) {
    Slice slice = Engine.asked(work).question().slices().values().iterator().next();
    String end = "." + slice.dataSet().extension();
    List<Path> folders = files.folders(slice).stream().map(f -> new Path(f.toUri())).toList();
    return new Listing(folders, end);
  }

  private final class Listing implements Task {

    private final List<Path> folders;
    private final String end;

    Listing(List<Path> folders, String end) {
      this.folders = folders;
      this.end = end;
    }

    @Override
    public Rows rows() throws IOException {
      return Rows.of(list());
    }

    @Override
    public Timing time() throws Exception {
      return Timing.of(this::list);
    }

    @Override
    public Account account() throws Exception {
      return Account.of(this::list);
    }

    private long list() throws IOException {
      long found = 0;
      for (Path folder : folders) {
        found += list(folder.getFileSystem(hadoop), folder);
      }
      return found;
    }

    private long list(FileSystem fileSystem, Path folder) throws IOException {
      long found = 0;
      for (FileStatus status : fileSystem.listStatus(folder)) {
        if (status.isDirectory()) {
          found += list(fileSystem, status.getPath());
        } else if (status.getPath().getName().endsWith(end) && status.getLen() > 0) {
          found++;
        }
      }
      return found;
    }
  }
}
