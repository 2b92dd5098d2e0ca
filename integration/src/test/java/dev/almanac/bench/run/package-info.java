/**
 * Runs scenarios: every contender once for its rows, which must be equal, then all in turn for
 * their times, then each once for what it needs.
 */
package dev.almanac.bench.run;
