/**
 * Benchmarks: what Almanac and its peers cost for the same questions, on the same data, in turn, in
 * one process where that is possible. Nothing fails by the clock; results that differ do fail.
 * {@code docs/benchmarks.md} has the command and the results.
 *
 * <p>{@code scenario} says what is measured, {@code data} makes what it is measured on, {@code
 * engine} does the work, {@code measure} measures it, {@code run} puts these together, {@code
 * report} writes down what came of it.
 */
package dev.almanac.bench;
