/**
 * Who does what a scenario says: an {@link dev.almanac.bench.engine.Engine} for each contender, in
 * this process or in another.
 */
package dev.almanac.bench.engine;
