/**
 * What is measured of one run of something: wall time, processor time, the heap's peak, requests to
 * the file system; and what many of them come to. Knows nothing of what is run.
 */
package dev.almanac.bench.measure;
