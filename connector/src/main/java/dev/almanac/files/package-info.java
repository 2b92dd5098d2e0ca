/**
 * File systems of stores: their clients' settings, one shared client for each store and JVM, and
 * what may go wrong on the wire.
 *
 * <p>Knows of Hadoop's {@code FileSystem}, of {@code dev.almanac.store} and of the session's
 * settings, and of no client: their jars are the user's to add. What a client has to offer beyond
 * Hadoop's interface is asked for by name, and done without where it is missing.
 */
package dev.almanac.files;
