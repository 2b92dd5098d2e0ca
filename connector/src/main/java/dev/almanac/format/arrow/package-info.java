/**
 * Arrow IPC files and streams. Reads only the buffers of the columns asked for, one record batch at
 * a time, and shows Arrow's vectors to Spark as they are; where Spark has no type for a vector, or
 * the table's is wider, values are converted as they are asked for.
 */
package dev.almanac.format.arrow;
