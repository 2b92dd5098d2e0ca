/**
 * The edge between {@link dev.almanac.sql} and Spark: the parser decorator, its errors, and the
 * analyzer rules for statements that know no time travel.
 *
 * <p>{@code ParserInterface} is a developer API. What else is used of Spark is internal, and each
 * class says what it needs and why.
 */
package dev.almanac.sql.spark;
