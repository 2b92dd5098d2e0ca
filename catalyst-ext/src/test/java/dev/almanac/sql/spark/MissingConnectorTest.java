package dev.almanac.sql.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.AlmanacException;
import org.junit.jupiter.api.Test;

/** A store whose client is not on the class path, as it is not on this module's. */
class MissingConnectorTest extends SqlTest {

  @Test
  void theErrorSaysWhatToStartSparkWith() {
    spark.conf().set("spark.sql.catalog.bare", "dev.almanac.catalog.AlmanacCatalog");
    spark.conf().set("spark.sql.catalog.bare.store.shop.connector", "mongodb");
    spark.conf().set("spark.sql.catalog.bare.store.shop.location", "mongodb://localhost/shop");

    assertThatThrownBy(() -> rows("SELECT * FROM bare.shop.orders"))
        .isInstanceOf(AlmanacException.class)
        .hasMessageContaining("ALMANAC_MISSING_CLIENT")
        .hasMessageContaining("store shop")
        .hasMessageContaining(
            "--packages org.mongodb.spark:mongo-spark-connector_2.13:10.5.0,"
                + "org.mongodb:mongodb-driver-sync:5.1.4.");
  }
}
