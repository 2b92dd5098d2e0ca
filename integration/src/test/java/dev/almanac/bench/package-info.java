/**
 * Benchmarks: how long Almanac takes for what a peer does too, in one process, in turn. They are no
 * tests: nothing fails by the clock. {@code docs/benchmarks.md} has the results.
 *
 * <p>Run by {@code ./mvnw -q -pl integration -am -Pbench process-test-classes}, one alone with
 * {@code -Dbench.args=scan}.
 */
package dev.almanac.bench;
