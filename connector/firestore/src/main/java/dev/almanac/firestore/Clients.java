package dev.almanac.firestore;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.rpc.FixedHeaderProvider;
import com.google.api.gax.rpc.UnaryCallSettings;
import com.google.cloud.firestore.v1.stub.FirestoreStub;
import com.google.cloud.firestore.v1.stub.FirestoreStubSettings;
import dev.almanac.AlmanacException;
import dev.almanac.Condition;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Google's client, one for each connection in this process: tasks come and go, and each would pay
 * for a connection and a token. One that is not used closes its connection after a while by itself.
 */
final class Clients {

  private static final Map<Connection, FirestoreStub> OPEN = new ConcurrentHashMap<>();

  private Clients() {}

  /**
   * The client for a connection. Nothing is sent yet.
   *
   * @throws AlmanacException CANNOT_READ_STORE where there are no credentials
   */
  static FirestoreStub of(Connection connection) {
    return OPEN.computeIfAbsent(connection, Clients::open);
  }

  private static FirestoreStub open(Connection connection) {
    try {
      FirestoreStubSettings.Builder settings = FirestoreStubSettings.newBuilder();
      settings.setTransportChannelProvider(channel(connection));
      settings.setCredentialsProvider(credentials(connection));
      if (!connection.address().isEmpty()) {
        settings.setEndpoint(connection.address());
      }
      if (connection.identity() == Connection.Identity.OWNER) {
        settings.setHeaderProvider(FixedHeaderProvider.create("Authorization", "Bearer owner"));
      }
      // Tried again by us, who know how far a query came and how long the user wants to wait.
      Duration silence = Duration.ofSeconds(connection.timeoutSeconds());
      for (UnaryCallSettings.Builder<?, ?> call : settings.unaryMethodSettingsBuilders()) {
        call.setSimpleTimeoutNoRetriesDuration(silence);
      }
      settings.setStreamWatchdogCheckIntervalDuration(Duration.ofSeconds(1));
      // No end is set to a stream, whose reader may be slow; only to the wait for its next part.
      settings
          .runQuerySettings()
          .setRetryableCodes()
          .setSimpleTimeoutNoRetriesDuration(Duration.ofDays(1))
          .setWaitTimeoutDuration(silence);
      settings
          .runAggregationQuerySettings()
          .setRetryableCodes()
          .setSimpleTimeoutNoRetriesDuration(silence)
          .setWaitTimeoutDuration(silence);
      return settings.build().createStub();
    } catch (IOException e) {
      throw noCredentials(connection, e);
    }
  }

  private static InstantiatingGrpcChannelProvider channel(Connection connection) {
    InstantiatingGrpcChannelProvider.Builder channel =
        FirestoreStubSettings.defaultGrpcTransportProviderBuilder().setAttemptDirectPath(false);
    return connection.encrypted()
        ? channel.build()
        : channel.setChannelConfigurator(builder -> builder.usePlaintext()).build();
  }

  private static CredentialsProvider credentials(Connection connection) throws IOException {
    return switch (connection.identity()) {
      case OWNER, NONE -> NoCredentialsProvider.create();
      case DEFAULT -> FirestoreStubSettings.defaultCredentialsProviderBuilder().build();
      case KEY_FILE ->
          FixedCredentialsProvider.create(
              KeyFile.credentials(connection.keyFile())
                  .createScoped(FirestoreStubSettings.getDefaultServiceScopes()));
    };
  }

  private static RuntimeException noCredentials(Connection connection, IOException cause) {
    String what =
        connection.identity() == Connection.Identity.KEY_FILE
            ? "its key file "
                + connection.keyFile()
                + " cannot be read on this machine, or is no service account's key. Put it there on"
                + " the driver and all executors, readable for Spark alone."
            : "there are no credentials. Set firestore.key-file, or give the machine Google's"
                + " application default credentials.";
    throw AlmanacException.of(
        Condition.CANNOT_READ_STORE, "Cannot open " + connection.store() + ": " + what, cause);
  }
}
