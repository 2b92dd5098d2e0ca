/** Results as a file of JSON, for machines, and as tables in Markdown, for the documentation. */
package dev.almanac.bench.report;
