/**
 * Columns of files and of tables: merging, comparing, caching. Functions over Spark's public types,
 * without I/O.
 */
package dev.almanac.schema;
