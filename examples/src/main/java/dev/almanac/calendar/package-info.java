/**
 * Draws a dataset's calendar as text: weeks as columns, weekdays as rows, and a glyph for each day.
 *
 * <p>Knows of days and of terminals; of neither Spark nor the command line, which gives it the rows
 * of {@code CALL system.calendar}.
 */
package dev.almanac.calendar;
