/**
 * What is measured, as data: a {@link dev.almanac.bench.scenario.Scenario} is a question that is
 * put to Almanac and to peers, and what is expected of the answer's speed. Nothing here runs
 * anything.
 *
 * <p>{@link dev.almanac.bench.scenario.Catalogue} has them all.
 */
package dev.almanac.bench.scenario;
