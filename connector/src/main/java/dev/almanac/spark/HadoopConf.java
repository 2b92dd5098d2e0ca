package dev.almanac.spark;

import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.reflect.ClassTag;

/**
 * A Hadoop configuration on its way to the executors: sent once to each, not with every task.
 *
 * <p>Internal: the session's {@code SparkContext}, which the public session does not show to Java.
 */
public record HadoopConf(Broadcast<SerializableConfiguration> broadcast) implements Serializable {

  /** Hands a copy of the configuration to the executors, anew: see {@link HadoopConfs}. */
  static HadoopConf broadcast(SparkSession session, Configuration hadoop) {
    return new HadoopConf(
        session
            .sparkContext()
            .broadcast(
                new SerializableConfiguration(new Configuration(hadoop)),
                ClassTag.apply(SerializableConfiguration.class)));
  }

  /** The configuration, on the driver or an executor; not to be changed. */
  public Configuration value() {
    return broadcast.value().value();
  }
}
