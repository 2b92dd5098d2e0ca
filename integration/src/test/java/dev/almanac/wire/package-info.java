/**
 * Servers and faults for tests: an S3 server, a server of Google Cloud Storage's JSON API, and a
 * proxy that stands before either, keeps a log of the requests, and breaks what it is told to
 * break. All of them are on loopback, on ports that the system chooses.
 */
package dev.almanac.wire;
