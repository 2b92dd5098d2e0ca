package dev.almanac.store;

import java.time.Instant;
import org.apache.spark.sql.SparkSession;

/**
 * The query that asks.
 *
 * @param session the session it runs in
 * @param now what relative dates count from: one instant for all relations of a query
 */
public record QueryMoment(SparkSession session, Instant now) {}
