/**
 * Examples of jobs for {@code spark-submit}. They use nothing but Spark and the names of tables, so
 * that Almanac's bundle on {@code --jars} is all that a cluster needs.
 */
package dev.almanac.jobs;
