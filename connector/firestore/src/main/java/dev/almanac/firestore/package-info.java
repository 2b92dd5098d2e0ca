/**
 * The connector {@code firestore}: collections of Google's Firestore as tables.
 *
 * <p>The way of the data: {@link dev.almanac.firestore.FirestoreStore} finds a collection and its
 * columns, {@link dev.almanac.firestore.FirestoreScanBuilder} takes what Spark pushes down, and a
 * {@link dev.almanac.firestore.DocumentReader} in each task reads pages of documents. What is
 * inferred, translated or decoded is a function of values; only {@link
 * dev.almanac.firestore.Server} does I/O.
 *
 * <p>May use the connector module and Google's client. The jar that users get has that client
 * inside, renamed, because Spark has other versions of what it needs.
 */
package dev.almanac.firestore;
