/**
 * The tab "Datasets" in a Spark UI that is served: over HTTP, and in a browser. Each test class has
 * an application of its own.
 */
package dev.almanac.ui;
