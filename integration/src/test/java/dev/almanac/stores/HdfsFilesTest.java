package dev.almanac.stores;

import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** HDFS, a name node and a data node in this process. */
class HdfsFilesTest extends FilesContract {

  private static MiniDFSCluster cluster;
  private static HadoopStore store;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Configuration settings = new Configuration();
    settings.set("hdfs.minidfs.basedir", folder.toString());
    settings.set("dfs.namenode.fs-limits.min-block-size", "0");
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    cluster.waitActive();
    // A file is not closed before its data node has told of it, and the client looks again after
    // 400 ms.
    Map<String, String> impatient =
        Map.of("dfs.client.block.write.locateFollowingBlock.initial.delay.ms", "2");
    store = new HadoopStore("hdfs://127.0.0.1:" + cluster.getNameNodePort(), Map.of(), impatient);
  }

  @AfterAll
  static void stop() {
    if (store != null) {
      store.close();
    }
    if (cluster != null) {
      cluster.shutdown(true);
    }
  }

  @Override
  protected TestStore store() {
    return store;
  }

  @Override
  protected int manyFiles() {
    return 1_100; // each takes the data node a few milliseconds
  }
}
