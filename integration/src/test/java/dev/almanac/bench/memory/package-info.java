/**
 * Queries over many times more data than memory, in processes of their own, whose peak resident
 * size is reported. {@code docs/performance.md} has a result.
 */
package dev.almanac.bench.memory;
