package dev.almanac.format;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.util.functional.FutureIO;

/** Opens data files, with what the listing told, so that object stores need not be asked again. */
public final class DataFiles {

  private DataFiles() {}

  /** Opens a file to be read from front to back. */
  public static FSDataInputStream openSequential(FileSlice file, Configuration hadoop)
      throws IOException {
    return open(file, hadoop, OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_SEQUENTIAL);
  }

  /** Opens a file to be read here and there. */
  public static FSDataInputStream openRandom(FileSlice file, Configuration hadoop)
      throws IOException {
    return open(file, hadoop, OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM);
  }

  private static FSDataInputStream open(FileSlice file, Configuration hadoop, String policy)
      throws IOException {
    FutureDataInputStreamBuilder builder =
        file.hadoopPath().getFileSystem(hadoop).openFile(file.hadoopPath());
    builder.opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, policy);
    builder.optLong(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, file.fileLength());
    CompletableFuture<FSDataInputStream> opening = builder.build();
    return FutureIO.awaitFuture(opening);
  }
}
