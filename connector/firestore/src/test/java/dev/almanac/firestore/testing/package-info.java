/** A Firestore server in the test's own process, and how tests fill one. */
package dev.almanac.firestore.testing;
