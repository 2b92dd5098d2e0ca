/**
 * Rows as text: a table for the eye, CSV, JSON and Markdown. Pure functions over Spark's {@code
 * Row}s and types, without a session.
 */
package dev.almanac.text;
