/**
 * The connector {@code mongodb}: collections as tables.
 *
 * <p>Configuration, connections and partitions are those of MongoDB's own Spark connector, which is
 * not in Almanac's jar: no class but {@link dev.almanac.mongodb.MongoConnector} may be loaded
 * before that one has seen that it is there. Filters, columns, limits and the conversion of values
 * are done here, because the official ones lose rows and digits without a word: a filter on {@code
 * _id} never finds an ObjectId, a text with a dot is taken for a pattern, a long is cast to an int.
 */
package dev.almanac.mongodb;
