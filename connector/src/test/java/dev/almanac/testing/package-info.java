/**
 * What tests of several packages and modules share: a session, a lake on a temporary disk, counts.
 */
package dev.almanac.testing;
